import type { Need } from "../../../../domain/api/workshops.ts";
import { DayField, LongField, NumberField, TextField } from "../../../ui/fields.tsx";
import { useFormWords } from "../../words/workshop-form.ts";
import { type NeedDraft, needDraft, needSent } from "./draft.ts";
import { DistrictField, DistrictsField, GroundField, IndustryField } from "./fields.tsx";
import { Frame } from "./frame.tsx";
import { useRecord } from "./use-record.ts";

type Props = { record: Need | null; district: string; saved: (record: { id: number }) => void };

const LONGEST_LINE = 120;
const LONGEST_NOTE = 2000;
const CREDIT_CODE = 18;

/** 需求: a firm, and the workshop that it looks for. */
export function NeedForm({ record, district, saved }: Props) {
  const words = useFormWords();
  const form = useRecord<Need, NeedDraft>({
    side: "needs",
    record,
    draftOf: (of) => needDraft(of, district),
    sentOf: needSent,
    saved,
  });
  const { field } = form;
  return (
    <Frame label={words.forms.needs} record={record} {...form}>
      <h2>{words.parts.firm}</h2>
      <TextField label={words.fields.firm} most={LONGEST_LINE} required {...field("firm")} />
      <TextField
        label={words.fields.credit_code}
        hint={words.hints.credit_code}
        most={CREDIT_CODE}
        {...field("credit_code")}
      />
      <IndustryField
        label={words.fields.industry_code}
        known={record?.industry_code}
        {...field("industry_code")}
      />
      <TextField
        label={words.fields.contact}
        hint={words.hints.contact}
        most={LONGEST_LINE}
        {...field("contact")}
      />
      <DistrictField label={words.fields.reported} {...field("district_code")} />
      <h2>{words.parts.wanted}</h2>
      {(["area_low_m2", "area_high_m2", "height_m", "load_kn_m2", "power_kva", "crane_t"] as const).map(
        (name) => (
          <NumberField
            key={name}
            label={words.needs[name]}
            hint={name.startsWith("area") ? undefined : words.hints.free}
            least={0}
            step="any"
            {...field(name)}
          />
        ),
      )}
      <NumberField
        label={words.needs.rent_yuan}
        hint={words.hints.free}
        least={0}
        step="any"
        {...field("rent_yuan")}
      />
      <DayField label={words.fields.wanted_by} hint={words.hints.free} {...field("wanted_by")} />
      <GroundField label={words.needs.ground_floor} {...field("ground_floor")} />
      <DistrictsField label={words.fields.districts} {...field("districts")} />
      <LongField label={words.fields.note} most={LONGEST_NOTE} {...field("note")} />
    </Frame>
  );
}
