import { useState } from "react";
import type { Case, CasePage, CaseSummary } from "../../../domain/api/cases.ts";
import type { ParcelScreening } from "../../../domain/api/screening.ts";
import type { ParcelSheet } from "../../../domain/api/sheets.ts";
import { excluding, isOpen } from "../../../domain/cases/machine.ts";
import { CASE_KINDS } from "../../../domain/cases/states.ts";
import { NeedsRight } from "../../account/needs-right.tsx";
import { useAnswer } from "../../state/answers.ts";
import { Loaded } from "../../ui/answer.tsx";
import { useCaseWords } from "../words/case.ts";
import { CasePanel } from "./case-panel.tsx";
import { Flag } from "./flag.tsx";
import { casePath, casesPath } from "./paths.ts";
import "../../ui/forms.css";
import "./case.css";

type Props = { sheet: ParcelSheet; screening: ParcelScreening };

/** The case that a parcel has, or the button that opens one. */
export function ParcelCase({ sheet, screening }: Props) {
  const answer = useAnswer<CasePage>(casesPath(sheet.code));
  const [chosen, choose] = useState<number | null>(null);
  const [isNew, setNew] = useState(false);
  return (
    <Loaded answer={answer}>
      {({ cases }) => {
        const shown = chosen ?? (cases.find(({ state }) => isOpen(state)) ?? cases[0])?.id ?? null;
        const opened = ({ id }: Case) => {
          choose(id);
          setNew(true);
        };
        const busy = cases.some(({ state }) => isOpen(state));
        const opening = <Opening sheet={sheet} screening={screening} cases={cases} opened={opened} />;
        return (
          <div className="parcel-case">
            {!busy && opening}
            <Pick cases={cases} shown={shown} choose={choose} />
            {shown !== null && <ShownCase key={shown} id={shown} isNew={isNew} />}
            {busy && opening}
          </div>
        );
      }}
    </Loaded>
  );
}

/** Of kinds that exclude each other a parcel has one open case; of what is free, what was found comes first. */
function Opening(props: Props & { cases: readonly CaseSummary[]; opened: (made: Case) => void }) {
  const { sheet, screening, cases, opened } = props;
  const busy = cases.flatMap(({ kind, state }) => (isOpen(state) ? excluding(kind) : []));
  const free = CASE_KINDS.filter((kind) => !busy.includes(kind));
  if (free.length === 0) return null;
  const found = screening.findings.flatMap(({ kind }) => (free.includes(kind) ? [kind] : []));
  return (
    <NeedsRight right="cases" district={sheet.district.code}>
      <Flag
        code={sheet.code}
        district={sheet.district.code}
        kinds={free}
        found={found}
        second={busy.length > 0}
        opened={opened}
      />
    </NeedsRight>
  );
}

type PickProps = { cases: readonly CaseSummary[]; shown: number | null; choose: (id: number) => void };

function Pick({ cases, shown, choose }: PickProps) {
  const words = useCaseWords();
  if (cases.length < 2) return null;
  return (
    <nav className="case-pick" aria-label={words.pick}>
      {cases.map(({ id, kind, state }) => (
        <button
          key={id}
          type="button"
          className="link"
          {...(id === shown ? { "aria-current": "true" } : {})}
          onClick={() => choose(id)}
        >
          {words.line(id, words.kinds[kind], words.states[state])}
        </button>
      ))}
    </nav>
  );
}

function ShownCase({ id, isNew }: { id: number; isNew: boolean }) {
  const answer = useAnswer<Case>(casePath(id));
  return <Loaded answer={answer}>{(of) => <CasePanel of={of} isNew={isNew} />}</Loaded>;
}
