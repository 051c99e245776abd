import { drawOutlines } from "../../yield/print/draw-outlines.ts";
import { usePrintWords } from "../words/print.ts";
import type { useDistrictMap } from "./use-district-map.ts";

const SIZE = { width: 400, height: 250 };
const METRES_IN_A_KILOMETRE = 1000;

type Props = { outlines: ReturnType<typeof useDistrictMap>; numbers: ReadonlyMap<string, number> };

/** A district with its parks, numbered as in the list beside. */
export function DistrictMap({ outlines, numbers }: Props) {
  const { briefing: words } = usePrintWords();
  if (outlines === "none") return <p className="quiet">{words.mapNone}</p>;
  if (outlines === "loading")
    return <svg className="paper-map" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden="true" />;
  const { own, around, scale } = drawOutlines(outlines, SIZE);
  return (
    <svg className="paper-map" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={words.map}>
      {around.map((path, i) => (
        <path key={path} className={i === around.length - 1 ? "around whole" : "around"} d={path} />
      ))}
      {own.map(({ code, path }) => (
        <path key={code} className="own" d={path} />
      ))}
      {own.map(({ code, at: [x, y] }) => (
        <text key={code} x={x} y={y + 4} textAnchor="middle">
          {numbers.get(code)}
        </text>
      ))}
      <g className="scale" transform={`translate(${SIZE.width - 8 - scale.length} ${SIZE.height - 8})`}>
        <path d={`M0 -4V0H${scale.length}V-4`} />
        <text x={scale.length} y={-7} textAnchor="end">
          {words.kilometres(scale.metres / METRES_IN_A_KILOMETRE)}
        </text>
      </g>
    </svg>
  );
}
