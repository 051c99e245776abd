import { toldM2 } from "../area.ts";

/** What cannot be so of an offer, of a need or of a pairing, told by field. */

export type WorkshopRefusal = { field: string; message: string; zh: string };

type Check = [wrong: boolean, field: string, message: string, zh: string];

const told = (checks: readonly Check[]): WorkshopRefusal[] =>
  checks.flatMap(([wrong, field, message, zh]) => (wrong ? [{ field, message, zh }] : []));

type OfferFigures = { floor_area_m2: number; idle_area_m2: number; least_area_m2: number | null };

/** What was signed for stays on offer, or what is left would be less than nothing. */
export const offerRefusals = (
  { floor_area_m2, idle_area_m2, least_area_m2 }: OfferFigures,
  signed_m2: number,
): WorkshopRefusal[] =>
  told([
    [
      idle_area_m2 > floor_area_m2,
      "idle_area_m2",
      `no more can be on offer than the building has, ${floor_area_m2} m²`,
      `闲置面积不能大于建筑面积（${floor_area_m2} 平方米）`,
    ],
    [
      toldM2(idle_area_m2) < toldM2(signed_m2),
      "idle_area_m2",
      `${toldM2(signed_m2)} m² of it are signed for`,
      `已签约 ${toldM2(signed_m2)} 平方米，闲置面积不能小于该数`,
    ],
    [
      least_area_m2 !== null && least_area_m2 > floor_area_m2,
      "least_area_m2",
      `no more can be asked for than the building has, ${floor_area_m2} m²`,
      `起租面积不能大于建筑面积（${floor_area_m2} 平方米）`,
    ],
  ]);

export const needRefusals = ({
  area_low_m2,
  area_high_m2,
}: {
  area_low_m2: number;
  area_high_m2: number;
}): WorkshopRefusal[] =>
  told([
    [
      area_low_m2 > area_high_m2,
      "area_high_m2",
      `the most is less than the least, ${area_low_m2} m²`,
      `面积上限不能小于下限（${area_low_m2} 平方米）`,
    ],
  ]);

type PairingState = "introduced" | "signed" | "dropped";
type Pairing = { state: PairingState; area_m2: number | null };

/** `before` is what the pair was to each other until now; `left_m2` leaves out what this pair itself has signed for. */
export const pairingRefusals = (
  { state, area_m2 }: Pairing,
  before: PairingState | null,
  sides: { open: boolean; left_m2: number },
): WorkshopRefusal[] =>
  told([
    [
      state !== "dropped" && state !== before && !sides.open,
      "state",
      "the offer or the need is closed; reopen it first",
      "供给或需求已停止匹配，请先恢复匹配",
    ],
    [state === "signed" && area_m2 === null, "area_m2", "say how much was signed for", "请填写签约面积"],
    [
      state === "signed" && area_m2 !== null && toldM2(area_m2) > toldM2(sides.left_m2),
      "area_m2",
      `only ${toldM2(sides.left_m2)} m² are left`,
      `仅剩 ${toldM2(sides.left_m2)} 平方米可签约`,
    ],
  ]);
