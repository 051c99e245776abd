import { expect, test } from "vitest";
import { amountsIn } from "../../client/language/amounts.ts";
import { areaOf, emptyDraft, mostOf, muText, orderOf } from "../../client/slack/case/draft.ts";
import { LARGEST_BYTES, nameFor, unfit } from "../../client/slack/case/upload.ts";
import { dossierAddress, isDossier, readDossier } from "../../client/slack/dossier/address.ts";
import { clockIn } from "../../client/slack/sheet/clock.ts";
import { type Evidence, onBar, seen } from "../../client/slack/sheet/evidence.ts";
import { sheet as en } from "../../client/slack/words/en/sheet.ts";
import { sheet as zh } from "../../client/slack/words/zh/sheet.ts";
import { isPrint, readPrint } from "../../client/yield/print/address.ts";
import type { Case } from "../../domain/api/cases.ts";
import { toMu } from "../../domain/area.ts";
import { RULE_NAMES } from "../../domain/screening/facts.ts";

const inChinese = { words: zh, amounts: amountsIn("zh"), reference: "2025-12-31" };
const inEnglish = { words: en, amounts: amountsIn("en"), reference: "2025-12-31" };
const fired = (
  rule: Evidence["rule"],
  facts: Evidence["facts"],
  limits: Evidence["limits"] = {},
): Evidence => ({
  rule,
  weight: "hard",
  since: null,
  facts,
  limits,
});

test("land that was not begun is told with its agreed day and the days since, extension included", () => {
  const plain = fired("idle_not_started", {
    agreed_start: "2023-05-01",
    extension_days: 0,
    due: "2023-05-01",
  });
  expect(seen(plain, inChinese).sentence).toBe("约定动工 2023-05-01，至 2025-12-31 已 975 天未动工");
  const extended = fired("idle_not_started", {
    agreed_start: "2023-05-01",
    extension_days: 90,
    due: "2023-07-30",
  });
  expect(seen(extended, inChinese).sentence).toBe(
    "约定动工 2023-05-01，批准延期 90 天至 2023-07-30，至 2025-12-31 已 885 天未动工",
  );
});

test("a share stands on its bar beside its threshold, in the order that fires", () => {
  const { measures } = seen(
    fired(
      "idle_stalled",
      { started: "2022-01-01", development_stopped: "2023-01-01", developed_share: 0.2, invested_share: 0.1 },
      { idle_developed_share: 1 / 3, idle_invested_share: 0.25, stalled_months: 12 },
    ),
    inChinese,
  );
  expect(measures.map(({ name, actual }) => [name, actual])).toEqual([
    ["开发面积", "20.0%"],
    ["投资额", "10.0%"],
  ]);
  for (const { share, mark } of measures) expect(share).toBeLessThan(mark);
  expect(onBar(0.1, 0.07).share).toBeGreaterThan(onBar(0.1, 0.07).mark);
  expect(onBar(0, 0)).toEqual({ share: 0, mark: 0, fired: false });
});

test("too little output of land is told apart from too little investment", () => {
  const low = { completed: "2020-02-29", output_wan: 500, area_m2: 20_000 / 3, output_per_mu: 50 };
  const evidence = fired("low_investment", low, { output_control: 400, output_share: 0.5 });
  const { sentence, measures } = seen(evidence, inChinese);
  expect(sentence).toMatch(/^2020-02-29 竣工.*年产出/);
  expect(sentence).not.toContain("约定");
  expect(measures.map(({ name, fired }) => [name, fired])).toEqual([["亩均产出", true]]);
});

test("every rule has a sentence in both languages, even where a fact is missing", () => {
  for (const rule of RULE_NAMES) {
    const facts = { grade_2025: "C", grade_2024: "C", safety_breach: 1 };
    for (const given of [inChinese, inEnglish]) {
      const { sentence } = seen(fired(rule, facts), given);
      expect(sentence).not.toBe("");
      if (given === inEnglish) expect(sentence).not.toMatch(/\p{Script=Han}/u);
    }
  }
});

test("years of taxes and grades are told newest first", () => {
  const grades = fired("lowest_grade_twice", { grade_2024: "D", grade_2025: "C" });
  expect(seen(grades, inChinese).sentence).toBe("2025 年 C 级、2024 年 D 级");
  const taxes = fired(
    "low_tax_twice",
    { tax_per_mu_2024: 1, mean_tax_per_mu_2024: 9, tax_per_mu_2025: 2, mean_tax_per_mu_2025: 12 },
    { tax_share: 1 / 3 },
  );
  expect(seen(taxes, inChinese).measures.map(({ name, actual, limit }) => [name, actual, limit])).toEqual([
    ["2025 年亩均税收", "2.00 万元/亩", "线 4.00 万元/亩，低于即命中"],
    ["2024 年亩均税收", "1.00 万元/亩", "线 3.00 万元/亩，低于即命中"],
  ]);
});

const moment = (
  what: "agreed_start" | "started" | "stopped" | "one_year" | "two_years" | "warning_90",
  day: string,
) => ({
  what,
  day,
  past: true,
});

test("the count runs from the agreed start, or from the stop of what was begun", () => {
  const notBegun = [
    moment("warning_90", "2023-01-31"),
    moment("agreed_start", "2023-05-01"),
    moment("one_year", "2024-05-01"),
    moment("two_years", "2025-05-01"),
  ];
  const clock = clockIn(notBegun, "2025-12-31");
  expect(clock).toMatchObject({ from: "2023-05-01", days: 975, oneYear: "2024-05-01" });
  expect(clock?.at).toMatchObject({ today: 1, reminders: [0] });
  const begun = [...notBegun, moment("started", "2023-06-01"), moment("stopped", "2023-09-01")];
  expect(clockIn(begun, "2025-12-31")?.from).toBe("2023-09-01");
  expect(clockIn([moment("agreed_start", "2023-05-01")], "2025-12-31")).toBeNull();
});

const parcel = { area_m2: 12_345.67, decided_area_m2: 8_000, kind: "idle", version: 3, cause: "firm" };
const kase = { ...parcel, disposal: null, dueOn: null } as Case;

test("who leaves the whole area as it stands means all of it; areas are typed in mu and sent in m²", () => {
  expect(areaOf(muText(parcel.area_m2), parcel.area_m2)).toBe(parcel.area_m2);
  expect(areaOf("6", parcel.area_m2)).toBeCloseTo(4_000, 9);
  expect(areaOf("", 100)).toBeUndefined();
  expect(areaOf("many", 100)).toBeUndefined();
  expect(mostOf(kase, "close")).toBe(8_000);
  expect(toMu(mostOf(kase, "decide"))).toBeCloseTo(18.518505, 6);
});

test("a step is sent with what it wants and was filled in, and nothing else", () => {
  const draft = {
    ...emptyDraft(kase, "decide", "2026-01-15"),
    disposal: "idle_fee",
    cause: "firm",
    note: " 依法 ",
  };
  expect(orderOf(kase, "decide", draft)).toEqual({
    step: "decide",
    version: 3,
    note: "依法",
    on: "2026-01-15",
    disposal: "idle_fee",
    decidedAreaM2: 8_000,
  });
  expect(orderOf(kase, "reject", draft)).toEqual({ step: "reject", version: 3, note: "依法" });
});

test("what the server would refuse is not sent", () => {
  expect(unfit({ type: "text/html", size: 10 })).toBe("wrongKind");
  expect(unfit({ type: "application/pdf", size: LARGEST_BYTES + 1 })).toBe("tooLarge");
  expect(unfit({ type: "image/png", size: LARGEST_BYTES })).toBeNull();
  expect(nameFor("现场.png")).toBe("现场.png");
  expect(nameFor(`${"𠮷".repeat(100)}.jpeg`)).toBe(`${"𠮷".repeat(57)}.jpeg`);
});

test("the address of a dossier is read as it was written, and no other page's is", () => {
  const code = "510114001001GB00012";
  const address = dossierAddress(code, "en");
  expect(isPrint(address) && isDossier(address)).toBe(true);
  expect(readDossier(address)).toBe(code);
  expect(readPrint(address)).toBeNull();
  expect(readDossier("?print=parcel:short")).toBeNull();
  expect(isDossier("?print=enterprise:91510112MA6CGUGA1W&year=2025")).toBe(false);
});
