import type { DrawerWords } from "../zh/drawer.ts";

export const drawer: DrawerWords = {
  name: "Shares and scenarios",
  open: "Open the charts",
  close: "Close the charts",
  height: "Height of the charts",
  tabs: { districts: "Districts", months: "By month", table: "Table", scenario: "Scenario" },
};
