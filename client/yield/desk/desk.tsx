import { goYield, useYield } from "../../state/store.ts";
import { DeskDialog } from "../../ui/desk-dialog.tsx";
import { useDeskWords } from "../words/desk.ts";
import { goDesk } from "./go.ts";
import { DESK_TABS, type DeskPlace, placeOf } from "./place.ts";
import { Policies } from "./policies/policies.tsx";
import { Responses } from "./responses/responses.tsx";
import { Runs } from "./runs/runs.tsx";
import { Schemes } from "./schemes/schemes.tsx";

/** The desk (评价管理): runs, schemes, what firms said, and what grades are used for. */
export default function Desk() {
  const { desk } = useYield();
  const words = useDeskWords();
  const place = placeOf(desk ?? "runs");
  return (
    <DeskDialog
      title={words.title}
      closeLabel={words.close}
      tabs={DESK_TABS.map((tab) => [tab, words.tabs[tab]])}
      current={place.tab}
      choose={goDesk}
      closed={() => goYield({ desk: null })}
    >
      <Opened place={place} />
    </DeskDialog>
  );
}

function Opened({ place }: { place: DeskPlace }) {
  if (place.tab === "schemes") return <Schemes place={place} />;
  if (place.tab === "responses") return <Responses place={place} />;
  if (place.tab === "policies") return <Policies />;
  return <Runs place={place} />;
}
