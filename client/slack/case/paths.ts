export const casesPath = (parcel: string): string =>
  `/api/cases?parcel=${encodeURIComponent(parcel)}&sort=-opened`;
export const casePath = (id: number): string => `/api/cases/${id}`;
export const filePath = (id: number, file: number): string => `${casePath(id)}/files/${file}`;
export const OFFICERS = "/api/officers";
