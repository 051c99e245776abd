import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import { toMu } from "../../../domain/area.ts";
import type { View } from "../../state/view.ts";
import { HATCH } from "../hatch.ts";
import { byPaint, paintColour } from "../painting.ts";
import type { Palette } from "../palette.ts";
import { CANDIDATE_LABELS } from "../tile-layers.ts";
import { lifted } from "./lifted.ts";

/** Candidates (疑似地块) in the colours of their class; idle land is hatched, so that kinds are told apart without colours. */

const PLACE = { source: "idle-candidates", "source-layer": "idle-candidates" };
const IDLE: ExpressionSpecification = ["==", ["get", "kind"], "idle"];
/** Before classes are known candidates are a shade. */
const TRUST_NOTHING = false;
const LABELS_FROM_ZOOM = 14.2;

export function candidateLayers(palette: Palette, opacity: number, mode: View["mode"]): LayerSpecification[] {
  const strength = (painted: number, faint: number): ExpressionSpecification => [
    "*",
    opacity,
    byPaint({ painted: lifted(painted, painted - 0.16, 1), plain: faint, faint }, TRUST_NOTHING),
  ];
  const colour = paintColour(palette, palette["use-other"], TRUST_NOTHING);
  return [
    {
      id: "candidate-fill",
      type: "fill",
      ...PLACE,
      paint: { "fill-color": colour, "fill-opacity": strength(0.92, 0.5), "fill-antialias": false },
    },
    {
      id: "candidate-hatch",
      type: "fill",
      ...PLACE,
      minzoom: 11,
      filter: IDLE,
      paint: {
        "fill-pattern": HATCH[mode === "dark" ? "dark" : "light"],
        "fill-opacity": strength(0.9, 0),
      },
    },
    {
      id: "candidate-line",
      type: "line",
      ...PLACE,
      layout: { "line-join": "round" },
      paint: {
        // From afar a lot is a pixel; its outline keeps it in sight.
        "line-color": lifted<string | ExpressionSpecification>(colour, palette.ink, palette.accent),
        "line-width": [
          "interpolate",
          ["linear"],
          ["zoom"],
          9,
          1.6,
          12,
          lifted(1, 2, 3),
          16,
          lifted(1.6, 2.4, 3.5),
        ],
        "line-opacity": strength(1, 0.2),
      },
    },
  ];
}

export const areaLabel = (language: View["language"]): ExpressionSpecification => [
  "concat",
  ["number-format", ["round", ["*", ["get", "area_m2"], toMu(1)]], {}],
  language === "zh" ? " 亩" : " mu",
];

const WORDS = {
  zh: { days: " 天", idle: "闲", inefficient: "低" },
  en: { days: " d", idle: "I", inefficient: "L" },
} as const;

/** Near enough for words: the kind by its letter, and for how many days it has stood. */
export function candidateLabels(palette: Palette, { language }: View, font: string[]): LayerSpecification[] {
  const words = WORDS[language];
  const letter: ExpressionSpecification = ["case", IDLE, words.idle, words.inefficient];
  const days: ExpressionSpecification = [
    "case",
    ["has", "days"],
    ["concat", " ", ["number-format", ["get", "days"], {}], words.days],
    "",
  ];
  return [
    {
      id: "candidate-label",
      type: "symbol",
      ...PLACE,
      "source-layer": CANDIDATE_LABELS,
      minzoom: LABELS_FROM_ZOOM,
      layout: {
        "text-field": ["concat", letter, days],
        "text-font": font,
        "text-size": 11,
        "text-padding": 4,
      },
      paint: {
        "text-color": palette.ink,
        "text-halo-color": palette.panel,
        "text-halo-width": 1.6,
        "text-opacity": byPaint({ painted: 1, plain: 0, faint: 0 }, TRUST_NOTHING),
      },
    },
  ];
}
