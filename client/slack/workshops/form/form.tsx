import type { NeedDetail, OfferDetail } from "../../../../domain/api/workshops.ts";
import { NeedsRight } from "../../../account/needs-right.tsx";
import { useAccount } from "../../../account/session.ts";
import { useAnswer } from "../../../state/answers.ts";
import { Loaded } from "../../../ui/answer.tsx";
import { DeskDialog } from "../../../ui/desk-dialog.tsx";
import { openSelected } from "../../drawer/list.tsx";
import { useFormWords } from "../../words/workshop-form.ts";
import { useWorkshopWords } from "../../words/workshops.ts";
import { recordPath } from "../paths.ts";
import { type FormPlace, recordOf, SIDES, type Side } from "../state.ts";
import { useWorkshops } from "../use-workshops.ts";
import { NeedForm } from "./need-form.tsx";
import { OfferForm } from "./offer-form.tsx";
import "./form.css";

/** The dialog in which an offer or a need is listed or changed. */
export default function WorkshopForm({ place, phone }: { place: FormPlace; phone: boolean }) {
  const words = useFormWords();
  const { sides } = useWorkshopWords();
  const { adjust } = useWorkshops();
  const { side, id } = recordOf(place);
  const shown = id === null ? SIDES : [side];
  const closed = () => adjust({ form: null });
  const saved = ({ id }: { id: number }) => {
    adjust({ form: null, side });
    openSelected({ kind: side === "offers" ? "offer" : "need", code: String(id) }, phone);
  };
  return (
    <DeskDialog<Side>
      title={id === null ? words.titles.new : words.titles.change}
      closeLabel={words.close}
      tabs={shown.map((one) => [one, sides[one]])}
      current={side}
      choose={(one) => adjust({ form: `${one}:${id ?? "new"}` })}
      closed={closed}
    >
      <div className="split one">
        <section key={place} className="split-detail" aria-label={sides[side]}>
          <p className="quiet fine">{words.about[side]}</p>
          {id === null ? (
            <NewRecord side={side} saved={saved} />
          ) : side === "offers" ? (
            <ChangedOffer id={id} saved={saved} />
          ) : (
            <ChangedNeed id={id} saved={saved} />
          )}
        </section>
      </div>
    </DeskDialog>
  );
}

type Saved = (record: { id: number }) => void;

function NewRecord({ side, saved }: { side: Side; saved: Saved }) {
  const district = useAccount()?.district ?? "";
  return (
    <NeedsRight right="workshops">
      {side === "offers" ? (
        <OfferForm record={null} district={district} saved={saved} />
      ) : (
        <NeedForm record={null} district={district} saved={saved} />
      )}
    </NeedsRight>
  );
}

function ChangedOffer({ id, saved }: { id: number; saved: Saved }) {
  const answer = useAnswer<OfferDetail>(recordPath("offers", id));
  return (
    <Loaded answer={answer}>
      {(record) => (
        <NeedsRight right="workshops" district={record.district_code}>
          <OfferForm record={record} district={record.district_code} saved={saved} />
        </NeedsRight>
      )}
    </Loaded>
  );
}

function ChangedNeed({ id, saved }: { id: number; saved: Saved }) {
  const answer = useAnswer<NeedDetail>(recordPath("needs", id));
  return (
    <Loaded answer={answer}>
      {(record) => (
        <NeedsRight right="workshops" district={record.district_code}>
          <NeedForm record={record} district={record.district_code} saved={saved} />
        </NeedsRight>
      )}
    </Loaded>
  );
}
