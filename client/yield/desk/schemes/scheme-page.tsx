import type { ReactNode } from "react";
import type { SchemeVersion } from "../../../../domain/api/ratings/schemes.ts";
import { NeedsRight } from "../../../account/needs-right.tsx";
import { dayOf } from "../../../language/days.ts";
import { useAmounts, useText } from "../../../language/use-language.ts";
import { Section } from "../../../ui/figure.tsx";
import { useDeskWords } from "../../words/desk.ts";
import { goDesk } from "../go.ts";
import { Certainty } from "./certainty.tsx";
import { Indicators } from "./indicators.tsx";
import { Rules } from "./rules.tsx";

/** One version of a scheme, to be read like the document it stands for. */
export function SchemePage({ scheme, newest }: { scheme: SchemeVersion; newest: number }) {
  const words = useDeskWords().schemes;
  const text = useText();
  const { definition } = scheme;
  return (
    <>
      <Head scheme={scheme} newest={newest} />
      <p>{text(definition.description)}</p>
      <p className="basis-line fine">
        <Certainty of={definition.provenance.certainty} />{" "}
        {words.basisText(text(definition.provenance.basis))}
        <br />
        <span className="quiet">{words.certaintyHint[definition.provenance.certainty]}</span>
      </p>
      <Scope scheme={scheme} />
      <Indicators scheme={definition} />
      <Rules scheme={definition} />
    </>
  );
}

function Head({ scheme, newest }: { scheme: SchemeVersion; newest: number }) {
  const all = useDeskWords();
  const words = all.schemes;
  const text = useText();
  return (
    <div className="detail-head">
      <h2 className="detail-title">{text(scheme.name)}</h2>
      <p className="marks quiet">
        <code>{scheme.key}</code>
        <span>
          {scheme.shipped || scheme.createdBy === null ? words.shipped : words.own(scheme.createdBy)}
        </span>
        <span>{dayOf(scheme.createdAt)}</span>
        {scheme.basedOn && (
          <button
            type="button"
            className="link"
            onClick={() => goDesk(`schemes/${scheme.basedOn?.key}/${scheme.basedOn?.version}`)}
          >
            {words.basedOn(scheme.basedOn.key, scheme.basedOn.version)}
          </button>
        )}
      </p>
      <div className="buttons">
        <NeedsRight right="schemes">
          <button
            type="button"
            className="button primary"
            onClick={() => goDesk(`schemes/${scheme.key}/${scheme.version}/edit`)}
          >
            {scheme.shipped ? words.editShipped : words.edit}
          </button>
        </NeedsRight>
        <button type="button" className="button" onClick={() => download(scheme)}>
          {words.download}
        </button>
        {newest > 1 && (
          <nav className="versions" aria-label={words.versions}>
            {Array.from({ length: newest }, (_, i) => newest - i).map((n) => (
              <button
                key={n}
                type="button"
                {...(n === scheme.version ? { "aria-current": "true" as const } : {})}
                onClick={() => goDesk(`schemes/${scheme.key}/${n}`)}
              >
                {all.version(n)}
              </button>
            ))}
          </nav>
        )}
      </div>
    </div>
  );
}

/** The file that the editor takes again. */
function download({ key, version, definition }: SchemeVersion) {
  const file = new Blob([`${JSON.stringify(definition, null, 2)}\n`], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = `${key}-${version}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

function Scope({ scheme: { definition } }: { scheme: SchemeVersion }) {
  const words = useDeskWords().schemes;
  const amounts = useAmounts();
  const { object, pool, baseline } = definition;
  const rows: [string, ReactNode][] = [
    [words.object, words.objectText(object.size, object.leastLand_mu)],
    [words.pool, words.poolText[pool.by](pool.least)],
    [words.baseline, words.baselineText[baseline.mode]],
    [
      words.scoring,
      words.scoringText(amounts.number(baseline.multiple, Number.isInteger(baseline.multiple) ? 0 : 2)),
    ],
  ];
  return (
    <Section title={words.scope}>
      <dl className="terms">
        {rows.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
