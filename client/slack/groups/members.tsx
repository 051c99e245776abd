import { useState } from "react";
import type { GroupDetail } from "../../../domain/api/potential.ts";
import { useAmounts } from "../../language/use-language.ts";
import { SelectRow } from "../../sheets/rows.tsx";
import { Section } from "../../ui/figure.tsx";
import { StateMark } from "../drawer/row.tsx";
import { useRanges } from "../potential/use-ranges.ts";
import { KindLetters } from "../sheet/kind-mark.tsx";
import { usePotentialWords } from "../words/potential.ts";

type Member = GroupDetail["members"][number];

/** As many as a reader looks through before wanting to be asked. */
const AT_FIRST = 12;

/** The parcels of the group, the largest first; each opens its own sheet. */
export function Members({ of }: { of: readonly Member[] }) {
  const words = usePotentialWords();
  const amounts = useAmounts();
  const [all, setAll] = useState(false);
  const shown = all ? of : of.slice(0, AT_FIRST);
  return (
    <Section title={words.members} aside={words.membersCount(amounts.count(of.length))}>
      <ul className="rows members">
        {shown.map((member) => (
          <MemberRow key={member.parcel_code} of={member} />
        ))}
      </ul>
      {shown.length < of.length && (
        <button type="button" className="button" onClick={() => setAll(true)}>
          {words.all(amounts.count(of.length))}
        </button>
      )}
    </Section>
  );
}

function MemberRow({ of }: { of: Member }) {
  const words = usePotentialWords();
  const amounts = useAmounts();
  const ranges = useRanges();
  const land = amounts.land(of.area_m2);
  const output = of.output_wan && ranges.output(of.output_wan);
  return (
    <SelectRow
      to={{ kind: "parcel", code: of.parcel_code }}
      main={of.address || of.parcel_code}
      aside={`${land.figure} ${land.unit}`}
      detail={
        <span className="member-detail">
          <span>{of.holder ?? of.parcel_code}</span>
          {of.kinds.length > 0 && <KindLetters kinds={of.kinds} />}
          {of.case_state && <StateMark state={of.case_state} />}
          {of.control_line !== "none" && <span>{words.lines[of.control_line]}</span>}
          {output && (
            <span>
              {words.gains} {output.figure} {output.unit}
            </span>
          )}
        </span>
      }
    />
  );
}
