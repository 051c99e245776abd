import type { PanelWords } from "../zh/panel.ts";

export const panel: PanelWords = {
  title: "Land shares",
  sub: "Four definitions, each on its own",
  inTheme: "Charts and scenarios",
  list: "Charts and scenarios",
  year: "Year",
  district: "Where",
  all: "All seven districts",
  switches: "What counts",
  switchNames: {
    m0: "new-type industry M0",
    warehouse: "warehouses",
    negotiated: "negotiated transfers",
    lease_then_transfer: "leases that become transfers",
  },
  counted: (name) => `with ${name}`,
  uncounted: (name) => `without ${name}`,
  standings: { reached: "reached", near: "reached, barely", missed: "below target", unknown: "no target" },
  noFigure: "not reported",
  target: (percent) => `target ${percent}`,
  baseline: (percent) => `published ${percent}`,
  targetOf: (scope) => `The target speaks of ${scope}; here it only serves to compare.`,
  until: (day) => `as of ${day}`,
  demonstration: "demonstration data",
  showOnMap: (name) => `Colour the map by “${name}”`,
  onMap: "on the map",
  basis: "Definition and source",
  numerator: "Numerator",
  denominator: "Denominator",
  data: "Data",
  source: "Clause",
  note: "Note",
  gauge: (name, percent, target) => `${name} ${percent}${target && `, ${target}`}`,
  gaps: {
    R1: (target, above, both) =>
      `With urban construction land as it is, ${above} more of net industrial land reach ${target}; ${both} if they add to the denominator too.`,
    R1p: (target, above, both) =>
      `With construction land as it is, ${above} more of industrial land reach ${target}; ${both} if they add to the denominator too.`,
    R2: (target, _above, both) =>
      `With other uses as they are, ${both} more of industrial transfers reach ${target}.`,
  },
  rooms: {
    R1: (target, room) =>
      `Urban construction land may grow by ${room} before the share falls below ${target}.`,
    R1p: (target, room) => `Construction land may grow by ${room} before the share falls below ${target}.`,
    R2: (target, room) =>
      `${room} more may be transferred for other uses before the share falls below ${target}.`,
  },
  legend: "Colours of districts on the map",
  unreported: "Districts that did not report have no colour.",
};
