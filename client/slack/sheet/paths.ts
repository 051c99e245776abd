export const screeningPath = (parcel: string): string =>
  `/api/screening/parcels/${encodeURIComponent(parcel)}`;
export const RULES = "/api/screening/rules";
