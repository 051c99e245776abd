import type { CasesSummary } from "../../../domain/api/cases.ts";
import { KINDS } from "../../../domain/screening/facts.ts";
import { useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { goSlack, useSlack } from "../../state/store.ts";
import { Pending } from "../../ui/answer.tsx";
import { Pick } from "../drawer/filter-fields.tsx";
import { useDrawerWords } from "../words/drawer.ts";
import { usePanelWords } from "../words/panel.ts";
import { useProgressWords } from "../words/progress.ts";
import { DistrictTable } from "./district-table.tsx";
import { tablePath, trendPath } from "./paths.ts";
import { Trend } from "./trend.tsx";
import "./progress.css";

/** 进展: how far each district has come with what was found, and how it went month by month. */
export default function ProgressTab() {
  const words = useProgressWords();
  const text = useText();
  const view = useSlack();
  const table = useAnswer<CasesSummary>(tablePath(view));
  const narrowed = useAnswer<CasesSummary>(trendPath(view));
  if (table.state !== "ready")
    return (
      <div className="drawer-message">
        <Pending answer={table} />
      </div>
    );
  if (table.value.total.found.parcels === 0) return <p className="drawer-message">{words.none}</p>;
  const chosen = table.value.districts.filter(({ code }) => view.districts.includes(code));
  return (
    <div className="progress">
      <div className="progress-districts">
        <Narrowing districts={table.value.districts} />
        <DistrictTable of={table.value} />
      </div>
      {narrowed.state === "ready" ? (
        <Trend trend={narrowed.value.trend} of={chosen.map(({ name }) => text(name)).join(" · ")} />
      ) : (
        <div className="drawer-message">
          <Pending answer={narrowed} />
        </div>
      )}
    </div>
  );
}

function Narrowing({ districts }: { districts: CasesSummary["districts"] }) {
  const words = useProgressWords();
  const { filters, all } = useDrawerWords();
  const named = usePanelWords();
  const text = useText();
  const view = useSlack();
  return (
    <search className="progress-narrowing" aria-label={filters}>
      <Pick
        label={all.kind}
        values={view.kinds}
        choices={KINDS.map((kind) => [kind, named.kinds[kind]])}
        pick={(kinds) => goSlack({ kinds })}
      />
      <Pick
        label={all.district}
        values={view.districts}
        choices={districts.map(({ code, name }) => [code, text(name)])}
        pick={(codes) => goSlack({ districts: codes })}
      />
      <p className="fine quiet">{words.note}</p>
    </search>
  );
}
