import type { Need, Offer } from "../../../domain/api/workshops.ts";
import { dayOf } from "../../language/days.ts";
import { useWorkshopWords } from "../words/workshops.ts";

/** Whom to ask, for those who are signed in. */
export function Contact({ contact }: { contact: string | null }) {
  const words = useWorkshopWords();
  if (contact === null) return <p className="fine quiet">{words.contactHidden}</p>;
  return (
    <p className="fine">
      <span className="quiet">{words.contact}</span> {contact || words.noContact}
    </p>
  );
}

/** Remarks, and who changed the record last. */
export function RecordFoot({ record }: { record: Offer | Need }) {
  const words = useWorkshopWords();
  const { note, changedAt, changedBy } = record;
  const day = dayOf(changedAt);
  return (
    <>
      {note && (
        <p className="record-note">
          <span className="quiet">{words.note}</span> {note}
        </p>
      )}
      <p className="fine quiet">{changedBy ? words.changed(day, changedBy) : words.changedBy(day)}</p>
    </>
  );
}
