import type { ReactNode } from "react";
import type { Selection } from "../state/view.ts";
import { visit } from "./visit.ts";

/** A row of a list that opens another sheet. */
export function SelectRow({
  to,
  main,
  detail,
  aside,
}: {
  to: Selection;
  main: ReactNode;
  detail?: ReactNode;
  aside?: ReactNode;
}) {
  return (
    <li>
      <button type="button" className="row-button" onClick={() => visit(to)}>
        <span className="row-main">{main}</span>
        {aside && <span className="row-aside">{aside}</span>}
        {detail && <span className="row-detail quiet">{detail}</span>}
      </button>
    </li>
  );
}
