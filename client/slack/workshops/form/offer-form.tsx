import type { Offer } from "../../../../domain/api/workshops.ts";
import { DayField, LongField, NumberField, TextField } from "../../../ui/fields.tsx";
import { useFormWords } from "../../words/workshop-form.ts";
import { type OfferDraft, offerDraft, offerSent } from "./draft.ts";
import { DistrictField, GroundField, IndustriesField, ParkField } from "./fields.tsx";
import { Frame } from "./frame.tsx";
import { PlaceFields } from "./place-fields.tsx";
import type { FieldOf } from "./use-draft.ts";
import { useRecord } from "./use-record.ts";

type Props = { record: Offer | null; district: string; saved: (record: { id: number }) => void };

const LONGEST_LINE = 120;
const LONGEST_NOTE = 2000;

/** 供给: a workshop, what of it is on offer, and on what terms. */
export function OfferForm({ record, district, saved }: Props) {
  const words = useFormWords();
  const form = useRecord<Offer, OfferDraft>({
    side: "offers",
    record,
    draftOf: (of) => offerDraft(of, district),
    sentOf: offerSent,
    saved,
  });
  const { field, draft } = form;
  return (
    <Frame label={words.forms.offers} record={record} {...form}>
      <h2>{words.parts.building}</h2>
      <TextField label={words.fields.name} most={LONGEST_LINE} required {...field("name")} />
      <TextField label={words.fields.operator} most={LONGEST_LINE} required {...field("operator")} />
      <TextField
        label={words.fields.contact}
        hint={words.hints.contact}
        most={LONGEST_LINE}
        {...field("contact")}
      />
      <DistrictField label={words.fields.district_code} {...field("district_code")} />
      <ParkField label={words.fields.park_code} district={draft.district_code} {...field("park_code")} />
      <TextField label={words.fields.address} most={LONGEST_LINE} {...field("address")} />
      <PlaceFields field={field} />
      <h2>{words.parts.floor}</h2>
      <FloorFields field={field} />
      <h2>{words.parts.terms}</h2>
      <TermFields field={field} />
      <IndustriesField label={words.fields.industries} {...field("industries")} />
      <LongField label={words.fields.note} most={LONGEST_NOTE} {...field("note")} />
    </Frame>
  );
}

type Fields = { field: FieldOf<OfferDraft> };

function FloorFields({ field }: Fields) {
  const words = useFormWords();
  return (
    <>
      {(["floor_area_m2", "idle_area_m2", "least_area_m2"] as const).map((name) => (
        <NumberField
          key={name}
          label={words.fields[name]}
          hint={name === "least_area_m2" ? words.hints.least_area_m2 : undefined}
          least={0}
          step="any"
          {...field(name)}
        />
      ))}
      <TextField
        label={words.fields.storey}
        hint={words.hints.storey}
        most={LONGEST_LINE}
        {...field("storey")}
      />
      <GroundField label={words.fields.ground_floor} {...field("ground_floor")} />
    </>
  );
}

function TermFields({ field }: Fields) {
  const words = useFormWords();
  return (
    <>
      {(["height_m", "load_kn_m2", "power_kva", "crane_t", "rent_yuan"] as const).map((name) => (
        <NumberField
          key={name}
          label={words.fields[name]}
          hint={name === "crane_t" ? words.hints.crane_t : words.hints.unknown}
          least={0}
          step="any"
          {...field(name)}
        />
      ))}
      <DayField label={words.fields.free_from} hint={words.hints.free_from} {...field("free_from")} />
    </>
  );
}
