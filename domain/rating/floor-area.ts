/** Current floor-area ratio (现状容积率) of firms: the mean of the parcels that they use, weighted by their land on each. */

type Uses = {
  firms: number;
  firm: Int32Array;
  parcel: Int32Array;
  /** Mu per row; negative for what is let, NaN where unknown. */
  parts: Float64Array;
  parcels: { area: Float64Array; floorArea: Float64Array };
};

/** NaN for a firm none of whose parcels has a known floor area. */
export function floorAreaRatios({ firms, firm, parcel, parts, parcels }: Uses): Float64Array {
  const land = new Float64Array(firms);
  const ratio = new Float64Array(firms);
  for (let i = 0; i < firm.length; i++) {
    const [part, at, user] = [parts[i] ?? Number.NaN, parcel[i] ?? 0, firm[i] ?? 0];
    const ofParcel = (parcels.floorArea[at] ?? Number.NaN) / (parcels.area[at] ?? Number.NaN);
    if (!(part > 0) || Number.isNaN(ofParcel)) continue;
    land[user] = (land[user] ?? 0) + part;
    ratio[user] = (ratio[user] ?? 0) + part * ofParcel;
  }
  return ratio.map((sum, i) => sum / (land[i] ?? 0));
}
