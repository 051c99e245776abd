import { useAmounts } from "../../language/use-language.ts";
import { useSheetWords } from "../words/sheet.ts";
import type { Clock } from "./clock.ts";
import "./clock-line.css";

const LINE = { width: 332, height: 46, left: 8, right: 24, y: 24 };
/** Labels nearer than this would run into one another. */
const LABEL_PX = 44;

/** How far the count has come, with the reminders as ticks and the two terms as marks. */
export function ClockLine({ clock, width = LINE.width }: { clock: Clock; width?: number }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const { at } = clock;
  const x = (part: number) => LINE.left + part * (width - LINE.left - LINE.right);
  const count = amounts.count(clock.days);
  const crowded = x(at.twoYears) - x(at.oneYear) < LABEL_PX;
  return (
    <svg
      className="clock"
      viewBox={`0 0 ${width} ${LINE.height}`}
      role="img"
      aria-label={words.clockLabel(count, clock.oneYear, clock.twoYears)}
    >
      <path className="whole" d={`M${x(0)} ${LINE.y}H${x(1)}`} />
      {at.today > at.start && <path className="passed" d={`M${x(at.start)} ${LINE.y}H${x(at.today)}`} />}
      {at.reminders.map((part) => (
        <path key={part} className="tick" d={`M${x(part)} ${LINE.y - 4}v8`} />
      ))}
      <circle className="start" cx={x(at.start)} cy={LINE.y} r={4} />
      {[at.oneYear, at.twoYears].map((part) => (
        <path key={part} className="term" d={`M${x(part)} ${LINE.y - 7}v14`} />
      ))}
      {!crowded && (
        <text x={x(at.oneYear)} y={LINE.y - 11} textAnchor="middle">
          {words.oneYear}
        </text>
      )}
      <text x={x(at.twoYears)} y={LINE.y - 11} textAnchor="middle">
        {words.twoYears}
      </text>
      <circle className="now" cx={x(at.today)} cy={LINE.y} r={5} />
      <text
        className="now"
        x={x(at.today)}
        y={LINE.height - 4}
        textAnchor={at.today > 0.8 ? "end" : "middle"}
      >
        {words.today} · {words.dayCount(count)}
      </text>
    </svg>
  );
}
