import { useAmounts } from "../../language/use-language.ts";
import { useSheetWords } from "../words/sheet.ts";
import { drawOutlines } from "./draw-outlines.ts";
import { useOutlines } from "./use-outlines.ts";

const SIZE = { width: 400, height: 190 };

/** Its parcels among their neighbours, numbered like the land table. */
export function Outline({ codes }: { codes: string[] }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const outlines = useOutlines(codes);
  if (outlines === "none") return <p className="quiet">{words.print.mapNone}</p>;
  if (outlines === "loading")
    return <svg className="paper-map" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} aria-hidden="true" />;
  const { own, around, scale } = drawOutlines(outlines, SIZE);
  return (
    <svg
      className="paper-map"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      role="img"
      aria-label={words.print.map}
    >
      {around.map((path) => (
        <path key={path} className="around" d={path} />
      ))}
      {own.map(({ code, path }) => (
        <path key={code} className="own" d={path} />
      ))}
      {own.map(({ code, at: [x, y] }) => (
        <text key={code} x={x} y={y + 4} textAnchor="middle">
          {amounts.count(codes.indexOf(code) + 1)}
        </text>
      ))}
      <g className="scale" transform={`translate(${SIZE.width - 8 - scale.length} ${SIZE.height - 8})`}>
        <path d={`M0 -4V0H${scale.length}V-4`} />
        <text x={scale.length} y={-7} textAnchor="end">
          {words.print.metres(scale.metres)}
        </text>
      </g>
    </svg>
  );
}
