import type { RatingYears } from "../../domain/api/ratings/grades.ts";
import { useAmounts, useText } from "../language/use-language.ts";
import { useAnswer } from "../state/answers.ts";
import { goYield, useYield } from "../state/store.ts";
import { goDesk } from "./desk/go.ts";
import type { Picture } from "./protocol.ts";
import { usePanelWords } from "./words/panel.ts";

/** What is shown: the scheme, the year, who is compared with whom; and what a reader should know of the run. */
export function Heading({ picture }: { picture: Picture | null }) {
  const words = usePanelWords();
  const text = useText();
  const head = picture?.head;
  return (
    <div className="panel-title yield-title">
      <div className="title-row">
        <h1>{words.title}</h1>
        <button type="button" className="link fine" onClick={() => goDesk("runs")}>
          {words.desk}
        </button>
      </div>
      {head && (
        <p className="quiet">
          <button
            type="button"
            className="scheme-link"
            title={words.scheme(text(head.scheme.definition.name))}
            onClick={() => goDesk(`schemes/${head.scheme.key}/${head.scheme.version}`)}
          >
            {text(head.scheme.definition.name)}
          </button>{" "}
          <span className="piece">· {words.year(String(head.year))}</span>{" "}
          <span className="piece">· {words.pool[head.scheme.definition.pool.by]}</span>
        </p>
      )}
      {head && (
        <button type="button" className="button list-button" onClick={() => goYield({ drawer: "table" })}>
          {words.list}
        </button>
      )}
      {picture && <TrialNote picture={picture} />}
      {head && <RunNote year={head.year} run={head.run} />}
    </div>
  );
}

/** That what is shown was tried out and is nobody's rating. */
function TrialNote({ picture }: { picture: Picture }) {
  const words = usePanelWords();
  const amounts = useAmounts();
  const { terms } = useYield();
  if (terms === null) return null;
  const { up, down } = picture.moved;
  return (
    <p className="run-note trial-note">
      {words.trial} <span className="piece">· {words.changed(amounts.count(up + down))}</span>{" "}
      <span className="piece">
        ·{" "}
        <button
          type="button"
          className="link"
          aria-label={words.endTrialLong}
          onClick={() => goYield({ terms: null })}
        >
          {words.endTrial}
        </button>
      </span>
    </p>
  );
}

/** That another run than the published one is shown, or that the published one may still be objected to. */
function RunNote({ year, run }: { year: number; run: number }) {
  const words = usePanelWords();
  const years = useAnswer<RatingYears>("/api/ratings");
  if (years.state !== "ready") return null;
  const published = years.value.years.find((one) => one.year === year)?.runs ?? [];
  const shown = published.find(({ id }) => id === run);
  if (!shown)
    return (
      <p className="run-note">
        {words.otherRun(String(run))}{" "}
        <button type="button" className="link" onClick={() => goYield({ run: null, against: null })}>
          {words.backToShown}
        </button>
      </p>
    );
  const today = new Date().toLocaleDateString("sv-SE");
  if (!shown.noticeUntil || shown.noticeUntil < today) return null;
  return <p className="run-note">{words.notice(shown.noticeUntil)}</p>;
}

/** An empty house: what to do about it. */
export function NothingYet() {
  const words = usePanelWords();
  const { year, size } = useYield();
  return (
    <div className="pending">
      <p>
        {year === null ? words.nothing(words.sizes[size]) : words.nothingOf(String(year), words.sizes[size])}
      </p>
      {year !== null && (
        <button type="button" className="button" onClick={() => goYield({ year: null, run: null })}>
          {words.latest}
        </button>
      )}
      <button type="button" className="button" onClick={() => goDesk("runs/new")}>
        {words.rate}
      </button>
    </div>
  );
}
