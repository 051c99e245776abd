import { useEffect } from "react";
import { goSlack } from "../../state/store.ts";
import { DeskDialog } from "../../ui/desk-dialog.tsx";
import { SLACK_DESKS, type SlackDesk } from "../state.ts";
import { useScreeningWords } from "../words/screening.ts";
import { screening } from "./job.ts";
import { NewScreeningForm } from "./new-screening.tsx";
import { Runs } from "./runs.tsx";
import "./screening.css";

/** 筛查: the screenings there are, and a new one. */
export default function Desk({ place }: { place: SlackDesk }) {
  const words = useScreeningWords();
  // Whether one runs is asked for its own sake; what is wrong with the server, the list tells.
  useEffect(() => void screening.resume().catch(() => undefined), []);
  return (
    <DeskDialog
      title={words.title}
      closeLabel={words.close}
      tabs={SLACK_DESKS.map((desk) => [desk, words.tabs[desk]])}
      current={place}
      choose={(desk) => goSlack({ desk })}
      closed={() => goSlack({ desk: null })}
    >
      <div className="split one">
        <section className="split-detail" aria-label={words.tabs[place]}>
          {place === "new" ? <NewScreeningForm /> : <Runs />}
        </section>
      </div>
    </DeskDialog>
  );
}
