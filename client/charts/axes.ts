import type { Palette } from "./palette.ts";

/** What every chart with axes shares: quiet lines, labels in the reader's type, tips that never leave the page. */

export const tooltipOf = (palette: Palette) => ({
  confine: false,
  appendTo: "body" as const,
  backgroundColor: palette.panel,
  borderColor: palette.line,
  borderWidth: 1,
  padding: [8, 12],
  textStyle: { color: palette.ink, fontFamily: palette.font, fontSize: 12 },
  transitionDuration: 0,
  className: "chart-tip-box",
});

export const axisOf = (palette: Palette, name: string, told?: (value: number) => string) => ({
  name,
  nameLocation: "middle" as const,
  nameGap: 30,
  nameTextStyle: { color: palette.quiet, fontFamily: palette.font, fontSize: 12 },
  axisLine: { lineStyle: { color: palette.strong } },
  axisTick: { lineStyle: { color: palette.strong } },
  axisLabel: {
    color: palette.quiet,
    fontFamily: palette.font,
    fontSize: 12,
    hideOverlap: true,
    ...(told ? { formatter: (value: string | number) => told(Number(value)) } : {}),
  },
  splitLine: { lineStyle: { color: palette.line } },
  minorTick: { show: false },
});
