/** What tiles hold beside the features of their layer; each bears the code of a feature, and takes its colour. */

/** Squares as large as the parcels below a pixel that they stand for. */
export const PARCEL_CELLS = "parcels-cells";
/** One point for each feature, however many lots and tiles it has. */
export const CANDIDATE_LABELS = "idle-candidates-labels";
export const GROUP_LABELS = "scattered-groups-labels";

const BESIDE: Readonly<Record<string, readonly string[]>> = {
  parcels: [PARCEL_CELLS],
  "idle-candidates": [CANDIDATE_LABELS],
  "scattered-groups": [GROUP_LABELS],
};

/** All layers in the tiles of a source, which is named as the first of them. */
export const layersInTiles = (source: string): string[] => [source, ...(BESIDE[source] ?? [])];
