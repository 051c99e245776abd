import type { LayerWords } from "../zh/layers.ts";

export const layers: LayerWords = {
  title: "Layers and legend",
  close: "Close layers",
  show: (name) => `Show ${name.toLowerCase()}`,
  opacity: (name) => `Opacity of ${name.toLowerCase()}`,
  reset: "Reset",
  empty: "This layer is empty",
  schematic: "Schematic outline",
  painted: {
    yield: "Coloured by what the land yields; the panel has the legend.",
    slack: "Candidates are coloured, with the legend in the panel; other parcels are grey.",
    share: "Districts are coloured by the share, with the legend in the panel; parcels are grey.",
  },
  summed:
    "From afar, parcels below a pixel are summed into squares: as large as their land, in the colour of most of it.",
  zoomToSee: "Zoom in to see them",
  workshops: "The larger, the more floor is left",
  drawn: (n) => `${n} of them are on the map`,
};
