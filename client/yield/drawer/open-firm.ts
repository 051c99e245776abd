import { visit } from "../../sheets/visit.ts";
import { adjustYield } from "../../state/store.ts";

/** Opens the sheet of a firm. On a phone the drawer lies over it and makes way; going back opens it again. */
export function openFirm(code: string, phone: boolean) {
  visit({ kind: "enterprise", code });
  if (phone) adjustYield({ drawer: "closed" });
}
