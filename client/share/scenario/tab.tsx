import { lazy, useEffect, useState } from "react";
import { useShare } from "../../state/store.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { UnitsSwitch } from "../../ui/units-switch.tsx";
import { useYear } from "../use-shares.ts";
import { useScenarioWords } from "../words/scenario.ts";
import { knowIn, openScenario } from "./choosing.ts";
import { bringBack } from "./kept.ts";
import { useBase } from "./use-after.ts";
import { currentWork, isChanged, useWork } from "./work.ts";
import "./scenario.css";
import "./effect.css";

const PAGES = ["work", "solve", "saved", "compare"] as const;
type Page = (typeof PAGES)[number];

const Bench = lazy(() => import("./bench.tsx"));
const Solve = lazy(() => import("./solve.tsx"));
const SavedList = lazy(() => import("./saved-list.tsx"));
const Compare = lazy(() => import("./compare.tsx"));

/** 情景推演: land converted, revived or retired and transfers planned, with what comes of it at once. */
export default function Scenario({ phone }: { phone: boolean }) {
  const words = useScenarioWords();
  const { beside, scenario } = useShare();
  const [page, setPage] = useState<Page>(beside.length > 0 ? "compare" : "work");
  const base = useBase();
  useOpened(scenario);
  useKnown();
  return (
    <div className="scenario">
      <div className="scenario-head">
        <Segmented
          label={words.page}
          choices={PAGES.map((one) => [one, words.pages[one]] as const)}
          value={page}
          choose={setPage}
        />
        <Name />
        <UnitsSwitch money />
      </div>
      {page === "saved" && <SavedList opened={() => setPage("work")} />}
      {page === "compare" && <Compare />}
      {(page === "work" || page === "solve") && (
        <Loaded answer={base}>
          {(value) =>
            page === "work" ? (
              <Bench base={value} phone={phone} />
            ) : (
              <Solve base={value} added={() => setPage("work")} />
            )
          }
        </Loaded>
      )}
    </div>
  );
}

/** A link may name a saved scenario; what is already open stays, with the steps that were taken since. */
function useOpened(scenario: number | null) {
  useEffect(() => {
    bringBack(scenario);
    const { saved } = currentWork();
    if (scenario !== null && scenario !== saved?.id && !isChanged(currentWork())) void openScenario(scenario);
  }, [scenario]);
}

/** Facts of its parcels are those of the year that is shown. */
function useKnown() {
  const { knownOf } = useWork();
  const year = useYear();
  useEffect(() => {
    if (year !== null && knownOf !== year) void knowIn(year);
  }, [year, knownOf]);
}

/** Which scenario this is, and whether it is as it was saved. */
function Name() {
  const words = useScenarioWords();
  const work = useWork();
  const base = useBase();
  const value = base.state === "ready" ? base.value : null;
  return (
    <p className="scenario-name">
      <b>{work.saved?.name ?? words.untitled}</b>{" "}
      {value && <span className="quiet">{words.from(String(value.year))}</span>}{" "}
      {value?.synthetic && <span className="demonstration">{words.demonstration}</span>}{" "}
      {isChanged(work) && <span className="quiet">· {words.unsaved}</span>}
    </p>
  );
}
