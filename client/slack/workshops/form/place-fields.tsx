import { useView } from "../../../state/store.ts";
import { TextField } from "../../../ui/fields.tsx";
import { useFormWords } from "../../words/workshop-form.ts";
import { type OfferDraft, placeText } from "./draft.ts";
import type { FieldOf } from "./use-draft.ts";

const PARCEL_CODE = 19;

/** Where a workshop stands: by its parcel, or by a place on the map; the one that is selected and the middle are at hand. */
export function PlaceFields({ field }: { field: FieldOf<OfferDraft> }) {
  const words = useFormWords();
  const { selection, at } = useView();
  const parcel = field("parcel_code");
  const place = field("at");
  const selected = selection?.kind === "parcel" ? selection.code : null;
  return (
    <>
      <div className="with-offer">
        <TextField
          label={words.fields.parcel_code}
          hint={words.hints.parcel_code}
          most={PARCEL_CODE}
          {...parcel}
        />
        {selected !== null && selected !== parcel.value && (
          <button type="button" className="link fine" onClick={() => parcel.change(selected)}>
            {words.selectedParcel(selected)}
          </button>
        )}
      </div>
      <div className="with-offer">
        <TextField label={words.fields.at} hint={words.hints.at} {...place} />
        {at && (
          <button
            type="button"
            className="link fine"
            onClick={() => place.change(placeText([at.lon, at.lat]))}
          >
            {words.middle}
          </button>
        )}
      </div>
    </>
  );
}
