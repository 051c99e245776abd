import type { Column } from "../../catalog/layer.ts";
import type { Ask } from "../../features/ask.ts";

/** How QGIS draws a layer at once (QML): by what the map colours it by, in the map's colours; columns under their titles. */

type Colours = Readonly<{ column: string; values: Readonly<Record<string, string>> }>;

const GRADES: Colours = {
  column: "grade",
  values: {
    A: "22,118,111",
    B: "224,172,59",
    C: "196,69,47",
    D: "122,31,74",
  },
};
const BY: Readonly<Record<string, Colours>> = {
  parcels: GRADES,
  enterprises: GRADES,
  "idle-candidates": { column: "kind", values: { idle: "179,64,42", inefficient: "217,154,43" } },
};
const OTHER = "198,195,186";
const PLAIN: Readonly<Record<string, string>> = { "scattered-groups": "107,63,143", workshops: "42,100,150" };
const ACCENT = "15,95,102";
const LINE = "84,91,96,255";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

const property = (name: string, value: string) => `<Option name="${name}" value="${value}" type="QString"/>`;

function symbol(name: string, point: boolean, colour: string): string {
  const [kind, drawn, more] = point
    ? ["marker", "SimpleMarker", property("name", "circle") + property("size", "2")]
    : ["fill", "SimpleFill", property("style", "solid")];
  const options = [
    property("color", `${colour},${point ? 255 : 190}`),
    property("outline_color", LINE),
    property("outline_width", "0.1"),
    more,
  ];
  return `<symbol type="${kind}" name="${name}" alpha="1"><layer class="${drawn}" enabled="1" pass="0" locked="0"><Option type="Map">${options.join("")}</Option></layer></symbol>`;
}

function renderer({ layer, columns }: Ask): string {
  const point = layer.geometry === "point";
  const colours = BY[layer.id];
  if (!colours || !columns.some(({ name }) => name === colours.column)) {
    const drawn = symbol("0", point, PLAIN[layer.id] ?? ACCENT);
    return `<renderer-v2 type="singleSymbol"><symbols>${drawn}</symbols></renderer-v2>`;
  }
  const all = [...Object.entries(colours.values), ["", OTHER] as const];
  const categories = all.map(
    ([value], i) => `<category value="${value}" label="${value || "—"}" symbol="${i}" render="true"/>`,
  );
  const symbols = all.map(([, colour], i) => symbol(String(i), point, colour));
  return `<renderer-v2 type="categorizedSymbol" attr="${colours.column}"><categories>${categories.join("")}</categories><symbols>${symbols.join("")}</symbols></renderer-v2>`;
}

/** The first column is the number of the feature. */
const alias = ({ name, title, unit }: Column, i: number) =>
  `<alias index="${i + 1}" field="${name}" name="${escaped(`${title.zh} ${title.en}${unit ? ` (${unit})` : ""}`)}"/>`;

export const styleOf = (ask: Ask): string =>
  `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'><qgis version="3.22.0" styleCategories="Symbology|Fields">${renderer(ask)}<aliases>${ask.columns.map(alias).join("")}</aliases></qgis>`;
