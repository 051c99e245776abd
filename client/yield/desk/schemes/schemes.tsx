import type { SchemeList, SchemeVersion } from "../../../../domain/api/ratings/schemes.ts";
import { NeedsRight } from "../../../account/needs-right.tsx";
import { useText, useWords } from "../../../language/use-language.ts";
import { type Answer, useAnswer } from "../../../state/answers.ts";
import { Loaded } from "../../../ui/answer.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { goDesk } from "../go.ts";
import type { DeskPlace } from "../place.ts";
import { Split, useNarrow } from "../split.tsx";
import { Certainty } from "./certainty.tsx";
import { SchemeEditor } from "./editor.tsx";
import { SchemePage } from "./scheme-page.tsx";
import "./schemes.css";

type Place = Extract<DeskPlace, { tab: "schemes" }>;

/** 方案: the schemes there are, and one version of one to read or to change. */
export function Schemes({ place }: { place: Place }) {
  const words = useDeskWords();
  const narrow = useNarrow();
  const answer = useAnswer<SchemeList>("/api/ratings/schemes");
  const schemes = answer.state === "ready" ? answer.value.schemes : [];
  const key = place.key ?? (narrow ? null : schemes[0]?.key) ?? null;
  return (
    <Split
      tab="schemes"
      label={words.schemes.about}
      chosen={key === null ? null : `${key}/${place.version}/${place.edit}`}
      list={<Loaded answer={answer}>{(list) => <Listed schemes={list.schemes} chosen={key} />}</Loaded>}
      detail={key === null ? null : <Opened schemeKey={key} place={place} answer={answer} />}
    />
  );
}

function Opened(props: { schemeKey: string; place: Place; answer: Answer<SchemeList> }) {
  const { schemeKey, place, answer: list } = props;
  const words = useWords();
  const version = place.version === null ? "" : `?version=${place.version}`;
  const answer = useAnswer<SchemeVersion>(`/api/ratings/schemes/${schemeKey}${version}`);
  return (
    <Loaded answer={list}>
      {({ schemes }) => (
        <Loaded answer={answer} missing={words.sheet.missing}>
          {(scheme) => {
            const newest = schemes.find(({ key }) => key === schemeKey)?.version ?? scheme.version;
            if (!place.edit) return <SchemePage scheme={scheme} newest={newest} />;
            const name = `${scheme.key}/${scheme.version}`;
            const keys = schemes.map(({ key }) => key);
            return (
              <NeedsRight right="schemes">
                <SchemeEditor key={name} scheme={scheme} newest={newest} keys={keys} />
              </NeedsRight>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}

function Listed({ schemes, chosen }: { schemes: SchemeVersion[]; chosen: string | null }) {
  const words = useDeskWords().schemes;
  if (schemes.length === 0) return <p className="quiet empty">{words.none}</p>;
  return (
    <ul className="rows">
      {schemes.map((scheme) => (
        <Row key={scheme.key} scheme={scheme} chosen={scheme.key === chosen} />
      ))}
    </ul>
  );
}

function Row({ scheme, chosen }: { scheme: SchemeVersion; chosen: boolean }) {
  const words = useDeskWords();
  const text = useText();
  return (
    <li>
      <button
        type="button"
        className="row"
        {...(chosen ? { "aria-current": "true" as const } : {})}
        onClick={() => goDesk(`schemes/${scheme.key}/${scheme.version}`)}
      >
        <span className="row-head">
          <b>{text(scheme.name)}</b>
          <small className="unit">{words.version(scheme.version)}</small>
        </span>
        <span className="marks">
          <Certainty of={scheme.definition.provenance.certainty} />
          <span className="quiet">
            {words.sizes[scheme.definition.object.size]} ·{" "}
            {scheme.shipped || scheme.createdBy === null
              ? words.schemes.shipped
              : words.schemes.own(scheme.createdBy)}
          </span>
        </span>
      </button>
    </li>
  );
}
