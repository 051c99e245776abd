import { areaOf, lengthOf, type Ring } from "../ground/polygon.ts";

/** A piece of ground that becomes a parcel. */
export type Lot = {
  district: string;
  /** The smallest park that holds it, and the development zone or standing park around. */
  park: string | null;
  zone: string | null;
  parkShare: number;
  control: "red" | "yellow" | "none";
  /** Corners in degrees, and the area on the ellipsoid. */
  ring: Ring;
  ground_m2: number;
  landUse: string;
  /** Cadastral area and sub-area (地籍区、地籍子区). */
  cadastre: string;
  address: string;
};

export const isIndustrial = ({ landUse }: { landUse: string }) => landUse.startsWith("1001");

const LEAST_LOT = 900;
const LEAST_ROUNDNESS = 0.33;

/** Whether a lot is worth having: large enough, and no sliver. */
export function isUsable(ring: Ring): boolean {
  const [area, length] = [areaOf(ring), lengthOf(ring)];
  return area >= LEAST_LOT && (4 * Math.PI * area) / (length * length) >= LEAST_ROUNDNESS;
}
