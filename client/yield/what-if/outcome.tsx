import type { GradeLetter, Tallies } from "../../../domain/api/ratings/grades.ts";
import { lettersOf } from "../../../domain/rating/columns.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { Figure } from "../../ui/figure.tsx";
import { GradeChip } from "../grade-chip.tsx";
import type { Picture } from "../protocol.ts";
import { useWhatIfWords } from "../words/what-if.ts";

/** What the hand's changes come to: firms by grade then and now, the land of the lowest grade, and each district's share. */
export function Outcome({ picture }: { picture: Picture }) {
  const words = useWhatIfWords();
  const amounts = useAmounts();
  const letters = lettersOf(picture.head.scheme.definition.grades);
  const { up, down } = picture.moved;
  return (
    <div className="outcome" aria-live="polite">
      <p className="outcome-moved">
        {up + down === 0 ? (
          words.nobody
        ) : (
          <>
            <span className="up">{words.up(amounts.count(up))}</span>
            <span className="down">{words.down(amounts.count(down))}</span>
          </>
        )}
      </p>
      <GradeTable letters={letters} before={picture.publishedTallies} after={picture.tallies} />
      <ByDistrict picture={picture} letters={letters} />
      <p className="fine quiet">
        {words.took(amounts.count(picture.head.count))}{" "}
        <Figure amount={{ figure: picture.took.toFixed(picture.took < 10 ? 1 : 0), unit: words.ms }} />
      </p>
    </div>
  );
}

type Letters = readonly GradeLetter[];

export function GradeTable(props: {
  letters: Letters;
  before: Tallies;
  after: Tallies;
  names?: [before: string, after: string];
}) {
  const { letters, before, after } = props;
  const words = useWhatIfWords();
  const amounts = useAmounts();
  const [nameBefore, nameAfter] = props.names ?? [words.before, words.after];
  const lowest = letters.at(-1) ?? "C";
  const firms = (tallies: Tallies, letter: GradeLetter) => tallies[letter]?.firms ?? 0;
  const land = (tallies: Tallies) => amounts.count(Math.round(tallies[lowest]?.land_mu ?? 0));
  return (
    <>
      <table className="outcome-table">
        <thead>
          <tr>
            <th scope="col">{words.grade}</th>
            <th scope="col">{nameBefore}</th>
            <th scope="col">{nameAfter}</th>
            <th scope="col">{words.difference}</th>
          </tr>
        </thead>
        <tbody>
          {letters.map((letter) => (
            <tr key={letter}>
              <th scope="row">
                <GradeChip grade={letter} />
              </th>
              <td>{amounts.count(firms(before, letter))}</td>
              <td>{amounts.count(firms(after, letter))}</td>
              <td>
                <Difference value={firms(after, letter) - firms(before, letter)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="outcome-land">
        {words.lowestLand(lowest)} {land(before)} → <b>{land(after)}</b>
        <small className="unit"> {words.mu}</small>
      </p>
    </>
  );
}

function Difference({ value }: { value: number }) {
  const amounts = useAmounts();
  if (value === 0) return <span className="quiet">–</span>;
  return (
    <>
      {value > 0 ? "+" : "−"}
      {amounts.count(Math.abs(value))}
    </>
  );
}

function ByDistrict({ picture, letters }: { picture: Picture; letters: Letters }) {
  const words = useWhatIfWords();
  const text = useText();
  const change = (district: Picture["districts"][number], letter: GradeLetter) =>
    (district.tallies[letter]?.firms ?? 0) - (district.publishedTallies[letter]?.firms ?? 0);
  const changed = picture.districts.filter((one) => letters.some((letter) => change(one, letter) !== 0));
  if (changed.length === 0) return null;
  const nameOf = (code: string) => {
    const found = picture.head.districts.find((one) => one.code === code);
    return found ? text(found.name) : code;
  };
  return (
    <table className="outcome-table">
      <caption>{words.districts}</caption>
      <thead>
        <tr>
          <th scope="col">{words.district}</th>
          {letters.map((letter) => (
            <th key={letter} scope="col">
              <span className="grade-letter" data-grade={letter}>
                {letter}
              </span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {changed.map((district) => (
          <tr key={district.code}>
            <th scope="row">{nameOf(district.code)}</th>
            {letters.map((letter) => (
              <td key={letter}>
                <Difference value={change(district, letter)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
