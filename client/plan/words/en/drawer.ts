import type { DrawerWords } from "../zh/drawer.ts";

export const drawer: DrawerWords = {
  name: "Lists of the plan",
  open: "Open the lists",
  close: "Close the lists",
  height: "Height of the lists",
  tabs: { targets: "Targets", tasks: "Three lists", cooperation: "Cooperation", tools: "Policy tools" },
};
