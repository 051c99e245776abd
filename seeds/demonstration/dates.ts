import { day } from "../../domain/civil-days.ts";

/** The day on which the demonstration city was photographed. */
export const TODAY = day("2025-12-31");
export const LAST_YEAR = 2025;
export const YEARS: readonly number[] = [2021, 2022, 2023, 2024, 2025];
