import { goYield } from "../../state/store.ts";

/** Goes to a place of the desk, as place.ts spells it. */
export const goDesk = (desk: string) => goYield({ desk });
