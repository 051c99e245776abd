import type { Language } from "../state/view.ts";
import type { Amount } from "./amounts.ts";

/** Land in mu: Chinese counts ten thousands of them, English thousands, once there are many. */
export function muIn(language: Language, mu: number): Amount {
  const grouped = (value: number, digits: number) =>
    value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
  if (mu < 10_000) return { figure: grouped(mu, mu < 100 ? 1 : 0), unit: language === "zh" ? "亩" : "mu" };
  return language === "zh"
    ? { figure: grouped(mu / 10_000, mu < 100_000 ? 2 : 1), unit: "万亩" }
    : { figure: grouped(mu / 1000, 1), unit: "k mu" };
}
