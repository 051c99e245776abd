import { type FormEvent, useState } from "react";
import type { NewScenario, Scenario } from "../../../domain/api/shares.ts";
import { NeedsRight } from "../../account/needs-right.tsx";
import { useAnswer } from "../../state/answers.ts";
import { ask } from "../../state/ask.ts";
import { adjustShare, useShare } from "../../state/store.ts";
import { LongField, TextField } from "../../ui/fields.tsx";
import { Section } from "../../ui/figure.tsx";
import { Refused, useFieldErrors, useWriting } from "../../ui/writing.tsx";
import { SCENARIOS, scenarioPath } from "../paths.ts";
import { useYear } from "../use-shares.ts";
import { useScenarioWords } from "../words/scenario.ts";
import { openScenario } from "./choosing.ts";
import { currentWork, type Saved, savedAs, startAnew, useWork } from "./work.ts";

/** 保存与导出. */
export function Save() {
  const words = useScenarioWords();
  // What was saved first is another form from then on, and still has to say so.
  const [said, setSaid] = useState("");
  const { saved } = useWork();
  return (
    <Section title={words.save.title}>
      <NeedsRight right="scenarios">
        <Form key={saved?.id ?? "new"} said={said} setSaid={setSaid} />
      </NeedsRight>
      <Exports saved={saved} />
    </Section>
  );
}

const LONGEST_NAME = 80;
const LONGEST_NOTE = 2000;

/** What is sent: the steps as they are now, with the year and what counts as the page has them. */
function useOrder() {
  const year = useYear();
  const { switches } = useShare();
  return (name: string, note: string): NewScenario => ({
    name,
    note,
    year: year ?? 0,
    switches,
    // The schema wants lists of its own; the steps are only read.
    steps: currentWork().steps as NewScenario["steps"],
  });
}

function Form({ said, setSaid }: { said: string; setSaid: (said: string) => void }) {
  const words = useScenarioWords();
  const { saved } = useWork();
  const writing = useWriting();
  const at = useFieldErrors(writing.error);
  const order = useOrder();
  const [name, setName] = useState(saved?.name ?? "");
  const [note, setNote] = useState(saved?.note ?? "");
  const current = useCurrent(saved);
  const mine = saved?.mayChange === true;
  const newer = current !== null && saved !== null && current.version > saved.version ? current : null;

  const write = (to: Pick<Scenario, "id"> | null, version: number) =>
    writing.act(async () => {
      const sent = order(name, note);
      const kept = to
        ? await ask<Scenario>("PUT", scenarioPath(to.id), { ...sent, version })
        : await ask<Scenario>("POST", SCENARIOS, sent);
      savedAs(kept, sent.steps);
      adjustShare({ scenario: kept.id });
      setSaid(words.save.saved(kept.name));
    });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setSaid("");
    void write(mine ? saved : null, saved?.version ?? 0);
  };
  return (
    <form className="measure-form" noValidate onSubmit={submit}>
      <TextField
        label={words.save.name}
        value={name}
        required
        most={LONGEST_NAME}
        error={at("name")}
        change={setName}
      />
      <LongField
        label={words.save.note}
        value={note}
        rows={1}
        most={LONGEST_NOTE}
        error={at("note")}
        change={setNote}
      />
      {saved && !mine && <p className="fine quiet">{words.save.notMine}</p>}
      {newer && mine && (
        <Newer of={newer} busy={writing.busy} overwrite={() => void write(newer, newer.version)} />
      )}
      <p className="scenario-buttons">
        <button type="submit" className="button primary" disabled={writing.busy || name.trim() === ""}>
          {saved && !mine ? words.save.saveAs : words.save.save}
        </button>
        {mine && (
          <button
            type="button"
            className="button"
            disabled={writing.busy || name.trim() === ""}
            onClick={() => void write(null, 0)}
          >
            {words.save.saveAs}
          </button>
        )}
        {mine && saved && <Remove of={saved} />}
      </p>
      <output className="done">{said}</output>
      <Refused error={writing.error} shown={["name", "note"]} />
    </form>
  );
}

/** The scenario as the server has it now: somebody else may have changed it meanwhile. */
function useCurrent(saved: Saved | null): Scenario | null {
  const answer = useAnswer<Scenario>(saved === null ? null : scenarioPath(saved.id));
  return answer.state === "ready" ? answer.value : null;
}

function Newer({ of, busy, overwrite }: { of: Scenario; busy: boolean; overwrite: () => void }) {
  const words = useScenarioWords();
  return (
    <div className="scenario-note" role="alert">
      <p>{words.save.newer(String(of.version))}</p>
      <p className="scenario-buttons">
        <button type="button" className="button small" onClick={() => void openScenario(of.id)}>
          {words.save.openNewer}
        </button>
        <button type="button" className="button small" disabled={busy} onClick={overwrite}>
          {words.save.overwrite}
        </button>
      </p>
    </div>
  );
}

function Remove({ of }: { of: Saved }) {
  const words = useScenarioWords();
  const { beside } = useShare();
  const writing = useWriting();
  const [sure, setSure] = useState(false);
  const remove = () =>
    writing.act(async () => {
      await ask("DELETE", scenarioPath(of.id));
      adjustShare({ scenario: null, beside: beside.filter((id) => id !== of.id) });
      startAnew();
    });
  if (!sure)
    return (
      <button type="button" className="link" onClick={() => setSure(true)}>
        {words.save.remove}
      </button>
    );
  return (
    <>
      <button type="button" className="button" disabled={writing.busy} onClick={remove}>
        {words.save.removeSure}
      </button>
      <button type="button" className="link" onClick={() => setSure(false)}>
        {words.save.keep}
      </button>
      <Refused error={writing.error} />
    </>
  );
}

const FILES = {
  xlsx: "f=xlsx",
  csvShares: "f=csv&part=shares",
  csvSteps: "f=csv&part=steps",
  csvParcels: "f=csv&part=parcels",
  json: "f=json",
} as const;

function Exports({ saved }: { saved: Saved | null }) {
  const words = useScenarioWords();
  if (saved === null) return <p className="fine quiet">{words.save.exportFirst}</p>;
  return (
    <p className="fine exports">
      <span className="quiet">{words.save.export}</span>
      {(Object.keys(FILES) as (keyof typeof FILES)[]).map((file) => (
        <a key={file} href={`${scenarioPath(saved.id)}/list?${FILES[file]}`} download>
          {words.save.exports[file]}
        </a>
      ))}
      <span className="quiet">{words.save.exportSaved}</span>
    </p>
  );
}
