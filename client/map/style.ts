import type { LayerSpecification, SourceSpecification, StyleSpecification } from "maplibre-gl";
import type { Layout } from "../../domain/api/layout.ts";
import type { MapSetup } from "../../domain/api/map.ts";
import { isShown, type View } from "../state/view.ts";
import { drawnLayers, drawnSource } from "./drawing/drawn.ts";
import type { Ground } from "./ground.ts";
import { labelLayers, labelSources } from "./labels.ts";
import { candidateLabels, candidateLayers } from "./layers/candidates.ts";
import { districtLayers } from "./layers/districts.ts";
import { enterpriseLayers } from "./layers/enterprises.ts";
import { groupLabels, groupLayers } from "./layers/groups.ts";
import { lifted } from "./layers/lifted.ts";
import { otherLayer } from "./layers/other.ts";
import { parcelLayers } from "./layers/parcels.ts";
import { parkLayers } from "./layers/parks.ts";
import { workshopLayers } from "./layers/workshops.ts";
import { type Colours, MARKS, type Painting, type Scene } from "./painting.ts";
import { currentPalette, type Palette } from "./palette.ts";
import { selectedLayers, selectedSource } from "./selected.ts";
import { isDesigned, isSlack, otherLayers } from "./subjects.ts";
import { layersInTiles } from "./tile-layers.ts";

/** The whole map as one value of the view: MapLibre works out what changed. */

/** The line over everything that shows what is selected, where the layer below would hide it. */
const selectionLayers = (palette: Palette): LayerSpecification[] =>
  ["districts", "parks", "parcels"].map((source) => ({
    id: `selected-${source}`,
    type: "line",
    source,
    "source-layer": source,
    layout: { "line-join": "round" },
    paint: { "line-color": palette.accent, "line-width": lifted(0, 0, 3), "line-opacity": lifted(0, 0, 1) },
  }));

/** Whether the grades that tiles carry are the ones wanted: those of the latest year, as published. */
export const trustsTiles = ({ theme, yield: { by, year, run, terms } }: View): boolean =>
  theme === "yield" && by === "grade" && year === null && run === null && terms === null;

/** Without glyphs to fetch, MapLibre draws every letter with the reader's own fonts and this is only a name. */
const OWN_FONT = ["sans-serif"];

function coloursOf(view: View): Colours {
  if (view.theme === "yield") return { by: "yield", trustTiles: trustsTiles(view) };
  if (countsParcels(view)) return { by: "yield", trustTiles: false };
  return { by: view.theme === "slack" || view.theme === "share" ? "ground" : "kind" };
}

/** Whether the theme speaks by what it paints, so that districts and parks are its paper. */
export const isQuiet = ({ theme }: Pick<View, "theme">): boolean =>
  theme === "yield" || theme === "slack" || theme === "share";

/** While a scenario is made, the parcels that it takes up are coloured one by one. */
export const countsParcels = ({ theme, share }: Pick<View, "theme" | "share">): boolean =>
  theme === "share" && share.drawer === "scenario";

/** What of the slack theme changes the drawing itself; the rest is a state of features. */
export const slackStyle = (view: View): string =>
  view.theme === "slack" ? `${view.slack.by} ${showsGroups(view.slack.kinds)}` : "";

/** While their list or a sheet of theirs is open workshops are on the map, whether they were asked for or not. */
export const showsWorkshops = ({ theme, slack, selection }: View): boolean =>
  (theme === "slack" && slack.drawer === "workshops") ||
  selection?.kind === "offer" ||
  selection?.kind === "need";

/** What is taken of the data is on the map, asked for or not, unless it was put away; empty in other themes. */
export const takenLayer = ({ theme, taking, hidden }: Pick<View, "theme" | "taking" | "hidden">): string =>
  theme === "data" && !hidden.has(taking.layer) ? taking.layer : "";

/**
 * Firms and what is taken of the data are picked by an area that stays; parcels are taken up once an area is drawn, and it is gone.
 * Undefined where nothing is drawn at all.
 */
export function drawnIn({ theme, yield: { within }, taking }: View): readonly number[] | null | undefined {
  if (theme === "yield") return within;
  if (theme === "data") return taking.area === "drawn" ? taking.within : null;
  return theme === "share" ? null : undefined;
}

const showsGroups = (kinds: View["slack"]["kinds"]) => kinds.length === 0 || kinds.includes("scattered");

function dataLayers(given: {
  setup: MapSetup;
  layout: Layout;
  view: View;
  palette: Palette;
  overGround: boolean;
  scene: Scene | undefined;
}) {
  const { setup, layout, view, palette, overGround, scene } = given;
  const opacityOf = (layer: string) => (view.opacity.get(layer) ?? 100) / 100;
  const colours = coloursOf(view);
  const slack = view.theme === "slack";
  const designed: LayerSpecification[] = [
    ...districtLayers(palette, layout, view, opacityOf("districts"), overGround, scene),
    ...parkLayers(palette, opacityOf("parks"), isQuiet(view)),
    ...parcelLayers(palette, opacityOf("parcels"), colours),
    ...enterpriseLayers(palette, opacityOf("enterprises"), colours),
    ...(slack ? candidateLayers(palette, opacityOf("idle-candidates"), view.mode) : []),
    ...(slack && showsGroups(view.slack.kinds) ? groupLayers(palette, opacityOf("scattered-groups")) : []),
    ...workshopLayers(palette, opacityOf("workshops")),
  ];
  const plain = otherLayers(setup).filter(({ id }) => !(slack && isSlack(id)));
  const others = plain.map((layer, i) => otherLayer(layer, i, palette, opacityOf(layer.id)));
  return [...designed, ...others, ...selectionLayers(palette)];
}

function slackLabels(palette: Palette, view: View, shown: ReadonlySet<string>, font: string[]) {
  const groups = showsGroups(view.slack.kinds) ? groupLabels(palette, view.language, font) : [];
  const labels = [...groups, ...candidateLabels(palette, view, font)];
  return labels.filter((layer) => "source" in layer && shown.has(String(layer.source)));
}

const tileSource = ({
  id,
  tiles,
  minZoom,
  maxZoom,
  identity,
}: MapSetup["layers"][number]): SourceSpecification => ({
  type: "vector",
  tiles: [location.origin + tiles],
  minzoom: minZoom,
  maxzoom: maxZoom,
  promoteId: Object.fromEntries(layersInTiles(id).map((layer) => [layer, identity])),
});

export function buildStyle(
  setup: MapSetup,
  layout: Layout,
  view: View,
  ground: Ground | null,
  painting: Painting | null = null,
): StyleSpecification {
  const palette = currentPalette();
  const slack = view.theme === "slack";
  const isDrawn = (id: string) =>
    isShown(view, id) ||
    id === takenLayer(view) ||
    (slack && isSlack(id)) ||
    (id === "workshops" && showsWorkshops(view));
  const published = setup.layers.filter(({ id }) => isDesigned(id) || isDrawn(id));
  // Firms would stand before the land that is looked for.
  const stays = (id: string) => isDrawn(id) && !((slack || view.theme === "share") && id === "enterprises");
  const shown = new Set(published.map(({ id }) => id).filter(stays));
  const font = ground?.font ?? OWN_FONT;
  const own = painting?.theme === view.theme ? painting : null;
  const { marks, scene } = own ?? {};
  const drawn = drawnIn(view);
  return {
    version: 8,
    ...(ground?.glyphs ? { glyphs: ground.glyphs } : {}),
    ...(ground?.sprite ? { sprite: ground.sprite } : {}),
    sources: {
      ...ground?.sources,
      ...labelSources(layout, view, scene),
      ...selectedSource(view.selection),
      ...(drawn === undefined ? {} : drawnSource(drawn)),
      ...scene?.sources,
      ...(marks ? { [MARKS]: { type: "geojson", data: marks.points, promoteId: "code" } } : {}),
      ...Object.fromEntries(published.map((layer) => [layer.id, tileSource(layer)])),
    },
    layers: [
      { id: "paper", type: "background", paint: { "background-color": palette.paper } },
      ...(ground?.layers ?? []),
      ...dataLayers({ setup, layout, view, palette, overGround: ground !== null, scene }).filter(
        (layer) => "source" in layer && shown.has(String(layer.source)),
      ),
      ...selectedLayers(palette),
      ...(drawn === undefined ? [] : drawnLayers(palette)),
      ...(scene?.layers?.(palette, font) ?? []),
      ...labelLayers(palette, shown, font, isQuiet(view), scene),
      ...(slack ? slackLabels(palette, view, shown, font) : []),
      ...(marks?.layers(palette, font) ?? []),
    ],
  };
}
