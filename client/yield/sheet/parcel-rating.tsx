import type { GradeLetter } from "../../../domain/api/ratings/grades.ts";
import type { ParcelComposition } from "../../../domain/api/ratings/parcels.ts";
import type { ParcelSheet } from "../../../domain/api/sheets.ts";
import { useAmounts, useWords } from "../../language/use-language.ts";
import { SelectRow } from "../../sheets/rows.tsx";
import { useAnswer } from "../../state/answers.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Figure, Section } from "../../ui/figure.tsx";
import { GradeChip } from "../grade-chip.tsx";
import { useSheetWords } from "../words/sheet.ts";
import { Capped } from "./capped.tsx";
import { GradeBar } from "./grade-bar.tsx";
import { useWanted } from "./which-rating.ts";
import "./sheet.css";

/** The grade of a parcel, and whose land made it. */
export default function ParcelRating({ sheet }: { sheet: ParcelSheet }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const { year, run, rating } = useWanted(sheet.ratings);
  const query = `year=${year}${run === null ? "" : `&run=${run}`}`;
  const wanted = year !== null && (rating !== null || run !== null);
  const answer = useAnswer<ParcelComposition>(
    wanted ? `/api/parcels/${encodeURIComponent(sheet.code)}/composition?${query}` : null,
  );
  if (year === null) return null;
  if (!wanted) return <p className="notice plain">{words.parcel.none(year)}</p>;
  const score = rating && rating.score !== null && (
    <>
      {words.parcel.score} <Figure amount={{ figure: amounts.number(rating.score, 1), unit: "/ 100" }} />
    </>
  );
  return (
    <Section title={words.parcel.title(year)} aside={score || undefined}>
      <Loaded answer={answer}>{(composition) => <Composition of={composition} />}</Loaded>
    </Section>
  );
}

type Part = ParcelComposition["parts"][number];

function Composition({ of: { year, parts } }: { of: ParcelComposition }) {
  const words = useSheetWords();
  const firms = firmsOf(parts);
  if (firms.length === 0) return <p className="quiet">{words.parcel.none(year)}</p>;
  return (
    <>
      <GradeBar land={landByGrade(firms)} />
      <Capped rows={firms.map((firm) => <FirmRow key={firm.credit_code} firm={firm} />)} />
      <p className="fine quiet">{words.parcel.how}</p>
    </>
  );
}

function FirmRow({ firm }: { firm: Firm }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  const { units, parcel } = useWords();
  const amount =
    firm.land_mu === null
      ? null
      : { figure: amounts.number(firm.land_mu, 1).replace("-", "−"), unit: units.mu };
  return (
    <SelectRow
      to={{ kind: "enterprise", code: firm.credit_code }}
      main={
        <>
          {firm.grade && <GradeChip grade={firm.grade} />} {firm.name}
        </>
      }
      aside={<Figure amount={amount} otherwise={words.land.unknown} />}
      detail={[
        firm.grade === null && words.parcel.notRated,
        ...firm.parts.map(
          ({ tenure, rule }) => `${parcel.tenure[tenure]}${words.comma}${words.land.rules[rule]}`,
        ),
      ]
        .filter(Boolean)
        .join(" · ")}
    />
  );
}

type Firm = Pick<Part, "credit_code" | "name" | "grade" | "land_mu"> & { parts: Part[] };

/** What a firm owns less what it lets, as one row; the largest first. */
function firmsOf(parts: Part[]): Firm[] {
  const firms = new Map<string, Firm>();
  for (const part of parts) {
    const { credit_code, name, grade } = part;
    const firm = firms.get(credit_code) ?? { credit_code, name, grade, land_mu: 0, parts: [] };
    firm.parts.push(part);
    firm.land_mu = firm.land_mu === null || part.land_mu === null ? null : firm.land_mu + part.land_mu;
    firms.set(credit_code, firm);
  }
  return [...firms.values()].sort((a, b) => (b.land_mu ?? 0) - (a.land_mu ?? 0));
}

function landByGrade(firms: Firm[]): Partial<Record<GradeLetter, number>> {
  const land: Partial<Record<GradeLetter, number>> = {};
  for (const { grade, land_mu } of firms)
    if (grade && land_mu !== null && land_mu > 0) land[grade] = (land[grade] ?? 0) + land_mu;
  return land;
}
