import { type ReactNode, useId, useRef } from "react";
import { Icon } from "./icon.tsx";
import { useModal } from "./modal.ts";
import "./desk.css";
import "./forms.css";

/** A desk to work at: a dialog over the map with a few tabs. */
export function DeskDialog<Tab extends string>(props: {
  title: string;
  closeLabel: string;
  tabs: readonly (readonly [tab: Tab, name: string])[];
  current: Tab;
  choose: (tab: Tab) => void;
  closed: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useModal(dialog, "[aria-current=page]");
  return (
    <dialog
      ref={dialog}
      className="desk card"
      aria-labelledby={id}
      // React hands on what happens to a dialog within this one, such as that of a source.
      onClose={({ target, currentTarget }) => target === currentTarget && props.closed()}
    >
      <header className="desk-head">
        <h1 id={id}>{props.title}</h1>
        {props.tabs.length > 0 && (
          <nav className="desk-tabs" aria-label={props.title}>
            {props.tabs.map(([tab, name]) => (
              <button
                key={tab}
                type="button"
                {...(tab === props.current ? { "aria-current": "page" as const } : {})}
                onClick={() => props.choose(tab)}
              >
                {name}
              </button>
            ))}
          </nav>
        )}
        <button
          type="button"
          className="icon-button"
          aria-label={props.closeLabel}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </header>
      {props.children}
    </dialog>
  );
}
