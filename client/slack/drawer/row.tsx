import type { KeyboardEvent, ReactNode } from "react";
import type { CaseState } from "../../../domain/cases/states.ts";
import type { FindingKind } from "../../../domain/screening/facts.ts";
import { today } from "../../language/days.ts";
import { useAmounts } from "../../language/use-language.ts";
import { KindMark } from "../sheet/kind-mark.tsx";
import { useDrawerWords } from "../words/drawer.ts";
import { usePanelWords } from "../words/panel.ts";
import "./state-mark.css";

type Place = {
  index: number;
  top: number;
  /** Whether the keys have reached it. */
  active: boolean;
  selected: boolean;
  keyed: (event: KeyboardEvent) => void;
  opened: (index: number) => void;
};

/** One row of a list; its place is kept while what it shows is on its way. The button on its name covers all of it. */
export function Row(
  props: Place & { name: string | undefined; detail: string | null; cells: (button: ReactNode) => ReactNode },
) {
  const { index, top, active, selected, keyed, opened, name, detail, cells } = props;
  const words = useDrawerWords();
  const button = (
    <>
      <button
        type="button"
        tabIndex={active ? 0 : -1}
        title={name}
        onKeyDown={keyed}
        onClick={() => opened(index)}
      >
        {name ?? <i className="waiting">{words.waiting}</i>}
      </button>
      {detail && <small className="quiet">{detail}</small>}
    </>
  );
  return (
    <tr
      className={active ? "list-row active" : "list-row"}
      data-index={index}
      aria-rowindex={index + 2}
      {...(selected ? { "aria-current": "true" as const } : {})}
      style={{ transform: `translateY(${top}px)` }}
    >
      {cells(button)}
    </tr>
  );
}

/** A kind by hue, shape and word. */
export function Kind({ kind }: { kind: FindingKind }) {
  const words = usePanelWords();
  return (
    <span className="state-mark">
      <KindMark kind={kind} /> {words.kindShort[kind]}
    </span>
  );
}

/** The state of a case by colour and word. */
export function StateMark({ state }: { state: CaseState | "none" }) {
  const words = usePanelWords();
  return (
    <span className="state-mark">
      <i className="state-dot" style={{ backgroundColor: `var(--state-${state.replace("_", "-")})` }} />{" "}
      {words.states[state]}
    </span>
  );
}

const DAY_MS = 86_400_000;
const SOON_DAYS = 90;
const daysUntil = (day: string) => (Date.parse(day) - Date.parse(today())) / DAY_MS;

/** The day, and how far it is: late, soon, or later. */
export function Deadline({ day }: { day: string | null }) {
  const words = useDrawerWords();
  const amounts = useAmounts();
  if (day === null) return "–";
  const days = daysUntil(day);
  const how = days < 0 ? "late" : days <= SOON_DAYS ? "soon" : "";
  const told =
    days < 0
      ? words.past(amounts.count(-days))
      : days === 0
        ? words.dueToday
        : words.left(amounts.count(days));
  return (
    <span className={`deadline ${how}`} title={told}>
      {day} {how && <small>{told}</small>}
    </span>
  );
}
