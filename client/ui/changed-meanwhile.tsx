import "./changed-meanwhile.css";

/** What others changed of a record since its form was opened. */
export type Meanwhile = { name: string; before: string; after: string; typed: boolean }[];

type Words = Readonly<{
  title: (who: string, day: string) => string;
  changed: (name: string, before: string, after: string) => string;
  nothing: string;
  typed: string;
  kept: string;
}>;

/** Who was faster, and with what; a field that was typed in here keeps what was typed. */
export function ChangedMeanwhile(props: { who: string; day: string; meanwhile: Meanwhile; words: Words }) {
  const { who, day, meanwhile, words } = props;
  return (
    <div className="conflict wide" role="alert">
      <p>
        <b>{words.title(who, day)}</b>
      </p>
      {meanwhile.length > 0 && (
        <ul>
          {meanwhile.map(({ name, before, after, typed }) => (
            <li key={name}>
              {words.changed(name, before || words.nothing, after || words.nothing)}{" "}
              {typed && <span className="quiet">{words.typed}</span>}
            </li>
          ))}
        </ul>
      )}
      <p>{words.kept}</p>
    </div>
  );
}
