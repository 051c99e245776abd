import { expect, test } from "vitest";
import { offerRefusals, pairingRefusals } from "../../../domain/workshops/soundness.ts";

/** A sum that arithmetic leaves a trace on. */
const LEFT = 0.1 + 0.2;

const signing = (area_m2: number | null, open = true) =>
  pairingRefusals({ state: "signed", area_m2 }, "introduced", { open, left_m2: LEFT });

test("what is left can be signed for to the hundredth, and is told as exactly", () => {
  expect(signing(0.3)).toEqual([]);
  expect(signing(0.31)).toEqual([
    { field: "area_m2", message: "only 0.3 m² are left", zh: "仅剩 0.3 平方米可签约" },
  ]);
  expect(signing(null).map(({ field }) => field)).toEqual(["area_m2"]);
  expect(signing(0.1, false).map(({ field }) => field)).toEqual(["state"]);
  const offer = { floor_area_m2: 10, idle_area_m2: 0.3, least_area_m2: null };
  expect(offerRefusals(offer, LEFT)).toEqual([]);
  expect(offerRefusals({ ...offer, idle_area_m2: 0.2 }, LEFT)[0]?.zh).toContain("已签约 0.3 平方米");
});
