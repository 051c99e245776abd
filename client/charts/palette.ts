import { useSyncExternalStore } from "react";
import type { GradeLetter } from "../../domain/api/ratings/grades.ts";

/** The colours of charts are the interface's own, read from the same custom properties in whichever theme is on. */
export type Palette = {
  ink: string;
  quiet: string;
  line: string;
  strong: string;
  panel: string;
  accent: string;
  /** The accent where it fills what is only outlined. */
  soft: string;
  font: string;
  grades: Record<GradeLetter, string>;
  /** Letters on the colour of their grade. */
  onGrades: Record<GradeLetter, string>;
  /** Firms that one of two years does not have. */
  none: string;
};

const ofGrades = (colour: (letter: string) => string): Record<GradeLetter, string> => ({
  A: colour("a"),
  B: colour("b"),
  C: colour("c"),
  D: colour("d"),
  T: colour("t"),
  N: colour("n"),
});

function readPalette(): Palette {
  const page = getComputedStyle(document.documentElement);
  const token = (name: string) => page.getPropertyValue(`--${name}`).trim();
  return {
    ink: token("ink"),
    quiet: token("ink-2"),
    line: token("line"),
    strong: token("line-strong"),
    panel: token("panel"),
    accent: token("accent"),
    soft: token("accent-soft"),
    font: getComputedStyle(document.body).fontFamily,
    grades: ofGrades((letter) => token(`grade-${letter}`)),
    onGrades: ofGrades((letter) => token(`on-grade-${letter}`)),
    none: token("land"),
  };
}

/** Theme and language stand on the root element, because style sheets go by them too. */
function subscribe(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-mode", "lang"] });
  return () => observer.disconnect();
}

let kept: { look: string; palette: Palette } | null = null;

function currentPalette(): Palette {
  const { mode } = document.documentElement.dataset;
  const look = `${mode} ${document.documentElement.lang}`;
  if (kept?.look !== look) kept = { look, palette: readPalette() };
  return kept.palette;
}

export const usePalette = (): Palette => useSyncExternalStore(subscribe, currentPalette);
