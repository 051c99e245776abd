import type { MouseEvent } from "react";
import type { PolicyTools } from "../../../domain/api/plan.ts";
import { useText } from "../../language/use-language.ts";
import { go, useView } from "../../state/store.ts";
import { readView } from "../../state/view.ts";

/** A place of this page: gone to without loading it anew, and as a link for another tab. */
export function PlaceLink({ of }: { of: PolicyTools["tools"][number]["used"][number] }) {
  const text = useText();
  const { language, mode, at, hidden, shown, opacity, land, money } = useView();
  const address = `${of.address}&lang=${language}`;
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    // Where the map is and how it looks is the reader's own.
    go({ ...readView(address, { mode }), at, hidden, shown, opacity, land, money });
  };
  return (
    <a href={address} onClick={follow}>
      {text(of.title)}
    </a>
  );
}
