import { type RefObject, useLayoutEffect, useRef } from "react";
import { goYield, useYield } from "../../state/store.ts";
import { Icon } from "../../ui/icon.tsx";
import { useDeskWords } from "../words/desk.ts";
import { goDesk } from "./go.ts";
import { DESK_TABS, type DeskPlace, placeOf } from "./place.ts";
import { Policies } from "./policies/policies.tsx";
import { Responses } from "./responses/responses.tsx";
import { Runs } from "./runs/runs.tsx";
import { Schemes } from "./schemes/schemes.tsx";
import "./desk.css";
import "../../ui/forms.css";

/** The desk (评价管理): runs, schemes, what firms said, and what grades are used for. */
export default function Desk() {
  const { desk } = useYield();
  const words = useDeskWords();
  const dialog = useRef<HTMLDialogElement>(null);
  useModal(dialog);
  const place = placeOf(desk ?? "runs");
  return (
    <dialog
      ref={dialog}
      className="desk card"
      aria-labelledby="desk-title"
      onClose={() => goYield({ desk: null })}
    >
      <header className="desk-head">
        <h1 id="desk-title">{words.title}</h1>
        <nav className="desk-tabs" aria-label={words.title}>
          {DESK_TABS.map((tab) => (
            <button
              key={tab}
              type="button"
              {...(tab === place.tab ? { "aria-current": "page" as const } : {})}
              onClick={() => goDesk(tab)}
            >
              {words.tabs[tab]}
            </button>
          ))}
        </nav>
        <button
          type="button"
          className="icon-button"
          aria-label={words.close}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      <Opened place={place} />
    </dialog>
  );
}

function Opened({ place }: { place: DeskPlace }) {
  if (place.tab === "schemes") return <Schemes place={place} />;
  if (place.tab === "responses") return <Responses place={place} />;
  if (place.tab === "policies") return <Policies />;
  return <Runs place={place} />;
}

/** Opens the dialog over everything; the focus goes back to where it was, also when a link or the back button closed it. */
function useModal(dialog: RefObject<HTMLDialogElement | null>) {
  useLayoutEffect(() => {
    const opener = document.activeElement;
    if (!dialog.current?.open) dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("[aria-current=page]")?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [dialog]);
}
