import type { MouseEvent } from "react";
import type { PolicyTools } from "../../../domain/api/plan.ts";
import { useText } from "../../language/use-language.ts";
import { go, useView } from "../../state/store.ts";
import { readView } from "../../state/view.ts";

/** A place of this page: gone to without loading it anew, and as a link for another tab. */
export function PlaceLink({ of }: { of: PolicyTools["tools"][number]["used"][number] }) {
  const text = useText();
  const { language, mode, at } = useView();
  const address = `${of.address}&lang=${language}`;
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go({ ...readView(address, { mode }), at });
  };
  return (
    <a href={address} onClick={follow}>
      {text(of.title)}
    </a>
  );
}
