import type { Actual, PlanTarget } from "../../../domain/api/plan.ts";
import { today } from "../../language/days.ts";
import { ask } from "../../state/ask.ts";
import { ChoiceField, LongField, NumberField, TextField } from "../../ui/fields.tsx";
import { actualPath, newActualPath } from "../paths.ts";
import { EVALUATIONS } from "../print/address.ts";
import { useFormWords } from "../words/form.ts";
import { usePanelWords } from "../words/panel.ts";
import { Frame } from "./frame.tsx";
import { useRecord } from "./use-record.ts";

type FigureDraft = { year: string; value: string; kind: string; source: string; note: string };

const FIRST_YEAR = 2000;
const LONGEST_SOURCE = 200;
const LONGEST_NOTE = 2000;

const draftOf = (of: Actual | null): FigureDraft => ({
  year: of ? String(of.year) : String(Number(today().slice(0, 4)) - 1),
  value: of ? String(of.value) : "",
  kind: of?.kind ?? "annual",
  source: of?.source ?? "",
  note: of?.note ?? "",
});

/** Nothing typed is no number; the answer says so beside the field. */
const numberOf = (typed: string): number | null => (typed.trim() === "" ? null : Number(typed));

const sentOf = (draft: FigureDraft, record: Actual | null) => ({
  ...draft,
  year: numberOf(draft.year),
  value: numberOf(draft.value),
  ...(record ? { version: record.version } : {}),
});

type Props = { target: PlanTarget; record: Actual | null; saved: () => void; cancel: (() => void) | null };

/** What was reached in a year, with where that is known from. */
export function FigureForm({ target, record, saved, cancel }: Props) {
  const words = useFormWords();
  const { kinds } = usePanelWords();
  const { year, value, kind, source, note } = words.fields;
  const { field, frame } = useRecord<Actual, FigureDraft>({
    record,
    draftOf,
    names: { year, value, kind, source, note },
    told: (name, typed) => (name === "kind" ? kinds[typed as keyof typeof kinds] : typed),
    send: (draft, record) =>
      record
        ? ask("PUT", actualPath(record.id), sentOf(draft, record))
        : ask("POST", newActualPath(target.id), sentOf(draft, null)),
    saved,
  });
  const title = record ? words.changeOf(record.year) : words.add;
  return (
    <Frame
      label={title}
      {...frame}
      sought={record !== null}
      beside={
        cancel && (
          <button type="button" className="link" onClick={cancel}>
            {words.cancel}
          </button>
        )
      }
    >
      <h3>{title}</h3>
      <NumberField label={year} least={FIRST_YEAR} required {...field("year")} />
      <NumberField label={words.valueIn(target.unit)} step="any" required {...field("value")} />
      <ChoiceField
        label={kind}
        choices={EVALUATIONS.map((one) => [one, kinds[one]] as const)}
        {...field("kind")}
      />
      <TextField
        label={source}
        hint={words.hints.source}
        wide
        most={LONGEST_SOURCE}
        required
        {...field("source")}
      />
      <LongField label={note} most={LONGEST_NOTE} rows={2} {...field("note")} />
    </Frame>
  );
}
