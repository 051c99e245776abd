import type { MovedFirm } from "../protocol.ts";
import type { WhatIfWords } from "../words/zh/what-if.ts";

/** The list of firms that change grade, as a file that spreadsheets open: made here, because terms that nobody saved are only here. */
export function movedCsv(firms: readonly MovedFirm[], synthetic: boolean, words: WhatIfWords): string {
  const rows = firms.map((firm) => [
    firm.credit_code,
    firm.district,
    firm.before,
    firm.after,
    firm.scoreBefore.toFixed(3),
    firm.scoreAfter.toFixed(3),
    firm.land_mu.toFixed(2),
    synthetic ? words.synthetic : words.reported,
  ]);
  return [words.csvColumns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}

const cell = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Spreadsheets take a file for UTF-8 only if it begins with this mark. */
const UTF8 = "\uFEFF";

export function download(name: string, csv: string) {
  const address = URL.createObjectURL(new Blob([UTF8, csv], { type: "text/csv;charset=utf-8" }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  link.click();
  // The browser reads the file after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
