import { useState } from "react";
import type { NewScheme, SchemeVersion } from "../../../../domain/api/ratings/schemes.ts";
import type { Scheme } from "../../../../domain/rating/scheme.ts";
import { useText } from "../../../language/use-language.ts";
import { ask } from "../../../state/ask.ts";
import { LongField, TextField } from "../../../ui/fields.tsx";
import { Segmented } from "../../../ui/segmented.tsx";
import { errorsOf, Refused, useFieldErrors, useWriting } from "../../../ui/writing.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { goDesk } from "../go.ts";
import { useOfficer } from "../officer.ts";
import { changes, draftOf, fitsForm, forgetDraft, keepDraft, proposedKey } from "./draft.ts";
import { SchemeForm } from "./scheme-form.tsx";

type Editing = { scheme: SchemeVersion; newest: number; keys: readonly string[] };

/** Changes a scheme into its next version, or one that ships with the program into a scheme of one's own. */
export function SchemeEditor({ scheme, newest, keys }: Editing) {
  const words = useDeskWords().editing;
  const text = useText();
  const name = `${scheme.key}/${scheme.version}`;
  const [draft, setDraft] = useState(() => draftOf(name, scheme.definition));
  const [key, setKey] = useState(() => proposedKey(scheme.key, scheme.shipped, keys));
  const [way, setWay] = useState<"form" | "json">("form");
  const [who, setWho] = useOfficer();
  const writing = useWriting();
  const at = useFieldErrors(writing.error);
  const change = (next: Scheme) => {
    setDraft(next);
    keepDraft(name, next);
  };
  const save = () =>
    writing.act(async () => {
      const saved = await ask<SchemeVersion>("POST", "/api/ratings/schemes", {
        key,
        definition: draft,
        basedOn: { key: scheme.key, version: scheme.version },
        by: who.trim(),
      } satisfies NewScheme);
      forgetDraft(name);
      goDesk(`schemes/${saved.key}/${saved.version}`);
    });
  const count = changes(scheme.definition, draft);
  const shown = ["key", "by", ...(way === "form" ? formFields(draft, writing.error) : [])];
  return (
    <form
      className="grid-form editor"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="detail-head wide">
        <h2 className="detail-title">{words.title(text(scheme.name))}</h2>
        <p className="quiet fine">{scheme.shipped ? words.shippedText : words.ownText(newest + 1)}</p>
      </div>
      <TextField
        label={words.key}
        hint={words.keyHint}
        value={key}
        change={setKey}
        required
        most={60}
        error={at("key")}
      />
      <Who who={who} setWho={setWho} error={at("by")} />
      <div className="wide ways">
        <Segmented
          label={words.way}
          value={way}
          choose={setWay}
          choices={[
            ["form", words.ways.form],
            ["json", words.ways.json],
          ]}
        />
      </div>
      {way === "form" && fitsForm(draft) ? (
        <SchemeForm draft={draft} change={change} error={writing.error} />
      ) : (
        <Raw draft={draft} change={change} />
      )}
      <Refused error={writing.error} shown={shown} />
      <div className="buttons wide">
        <button type="submit" className="button primary" disabled={writing.busy}>
          {scheme.shipped || key !== scheme.key ? words.saveNew : words.save}
        </button>
        <button
          type="button"
          className="button"
          disabled={count === 0}
          onClick={() => {
            change(structuredClone(scheme.definition));
            writing.clear();
          }}
        >
          {words.reset}
        </button>
        <output className="quiet fine">{words.changed(count)}</output>
      </div>
    </form>
  );
}

function Who(props: { who: string; setWho: (who: string) => void; error: string | undefined }) {
  const words = useDeskWords();
  return (
    <TextField
      label={words.who}
      hint={words.whoHint}
      value={props.who}
      change={props.setWho}
      required
      most={60}
      error={props.error}
    />
  );
}

/** Paths whose errors the form shows beside their field. */
const formFields = (draft: Scheme, error: Error | null): string[] =>
  fitsForm(draft)
    ? errorsOf(error)
        .map(({ field }) => field)
        .filter((field) =>
          /^definition\.(indicators(\.\d+\.(weight|cap|enabled))?|baseline\.multiple|grades\.(top|scores)(\.\d+)?|grades\.bottom|name\.(zh|en))$/.test(
            field,
          ),
        )
    : [];

/** The whole definition as text, for what the form does not show. */
function Raw({ draft, change }: { draft: Scheme; change: (draft: Scheme) => void }) {
  const words = useDeskWords().editing;
  const [text, setText] = useState(() => JSON.stringify(draft, null, 2));
  const [wrong, setWrong] = useState<string>();
  // A draft that was changed elsewhere, by undoing all, is shown anew.
  const [known, setKnown] = useState(draft);
  if (known !== draft) {
    setKnown(draft);
    setText(JSON.stringify(draft, null, 2));
    setWrong(undefined);
  }
  const typed = (next: string) => {
    setText(next);
    try {
      const read = JSON.parse(next) as Scheme;
      setWrong(undefined);
      setKnown(read);
      change(read);
    } catch (error) {
      setWrong(words.jsonWrong((error as Error).message));
    }
  };
  return (
    <LongField
      label={words.json}
      hint={words.jsonHint}
      error={wrong}
      value={text}
      change={typed}
      rows={24}
      code
    />
  );
}
