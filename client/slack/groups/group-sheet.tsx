import type { GroupDetail, ScatteredGroup } from "../../../domain/api/potential.ts";
import type { RuleList } from "../../../domain/api/screening.ts";
import type { Disposal } from "../../../domain/cases/states.ts";
import { DISPOSAL_NAMES } from "../../../domain/cases/words.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { Citation } from "../../sources/citation.tsx";
import { useAnswer } from "../../state/answers.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Facts, Figure, Section } from "../../ui/figure.tsx";
import { Assumptions } from "../potential/assumptions.tsx";
import { RULES } from "../query.ts";
import { usePotentialWords } from "../words/potential.ts";
import { ControlLines } from "./control-lines.tsx";
import { Joining } from "./joining.tsx";
import { Members } from "./members.tsx";
import { NearestPark } from "./nearest-park.tsx";
import { groupPath } from "./paths.ts";
import "./group-sheet.css";

/** A group of scattered land: what is in it, where it could move, and what joining it would give. */
export default function GroupSheet({ code }: { code: string }) {
  const words = usePotentialWords();
  const answer = useAnswer<GroupDetail>(groupPath(code));
  return (
    <Loaded answer={answer} missing={words.gone}>
      {(group) => (
        <>
          <Figures of={group} />
          <ControlLines of={group.control_lines} />
          <NearestPark of={group} />
          <Joining of={group} />
          <Ways of={group.disposals} />
          <Members of={group.members} />
          <details className="fine quiet taken">
            <summary>{words.assumptions}</summary>
            <Assumptions of={group.assumptions} />
            <p>{words.estimate}</p>
          </details>
        </>
      )}
    </Loaded>
  );
}

function Figures({ of }: { of: ScatteredGroup }) {
  const { groupColumns } = usePotentialWords();
  const amounts = useAmounts();
  const districtName = useDistrictName();
  return (
    <Facts
      items={[
        [groupColumns.district, districtName(of.district_code)],
        [groupColumns.area, <Figure key="area" amount={amounts.land(of.area_m2)} />],
        [groupColumns.parcels, amounts.count(of.parcels)],
        [groupColumns.owners, amounts.count(of.owners)],
      ]}
    />
  );
}

const isDisposal = (name: string): name is Disposal => name in DISPOSAL_NAMES;

/** The ways that the plan names for scattered land, with the clause. */
function Ways({ of }: { of: readonly string[] }) {
  const words = usePotentialWords();
  const text = useText();
  const rules = useAnswer<RuleList>(RULES);
  const rule = rules.state === "ready" ? rules.value.rules.find(({ name }) => name === "scattered") : null;
  const source = rule?.basis.source;
  return (
    <Section title={words.ways} aside={source && <Citation source={source} />}>
      <ul className="tags">
        {of.filter(isDisposal).map((way) => (
          <li key={way} className="tag">
            {text(DISPOSAL_NAMES[way])}
          </li>
        ))}
      </ul>
    </Section>
  );
}
