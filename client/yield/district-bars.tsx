import { LETTERS } from "../../domain/rating/columns.ts";
import { useAmounts, useText } from "../language/use-language.ts";
import { goYield, useYield } from "../state/store.ts";
import { toggle } from "../state/toggle.ts";
import { Section } from "../ui/figure.tsx";
import type { Picture } from "./protocol.ts";
import { usePanelWords } from "./words/panel.ts";

type District = Picture["districts"][number];

const landOf = ({ tallies }: District) =>
  LETTERS.map((letter) => ({ letter, land: tallies[letter]?.land_mu ?? 0 })).filter(({ land }) => land > 0);

/** Each district's land by grade, and what a mu of it pays; a press leaves only that district. */
export function DistrictBars({ picture }: { picture: Picture }) {
  const words = usePanelWords();
  const { districts } = useYield();
  const rated = picture.districts.filter(
    (district) => landOf(district).length > 0 || districts.includes(district.code),
  );
  const sorted = [...rated].sort((a, b) => (b.tax_per_mu ?? -1) - (a.tax_per_mu ?? -1));
  return (
    <Section title={words.districts} aside={words.districtsUnit}>
      <ul className={districts.length > 0 ? "district-bars chosen" : "district-bars"}>
        {sorted.map((district) => (
          <Row key={district.code} district={district} head={picture.head} />
        ))}
      </ul>
    </Section>
  );
}

function Row({ district, head }: { district: District; head: Picture["head"] }) {
  const words = usePanelWords();
  const text = useText();
  const amounts = useAmounts();
  const { districts } = useYield();
  const { code, tax_per_mu } = district;
  const reference = head.districts.find((one) => one.code === code);
  const name = reference ? text(reference.name) : code;
  const parts = landOf(district);
  const total = parts.reduce((sum, { land }) => sum + land, 0);
  const said = parts.map(({ letter, land }) => `${letter} ${amounts.percent(land / total)}`).join(", ");
  return (
    <li>
      <button
        type="button"
        aria-pressed={districts.includes(code)}
        title={said}
        onClick={() => goYield({ districts: toggle(districts, code) })}
      >
        <span>{name}</span>
        <span className="grade-stack" role="img" aria-label={words.districtBar(name, said)}>
          {parts.map(({ letter, land }) => (
            <i key={letter} data-grade={letter} style={{ width: `${(land / total) * 100}%` }} />
          ))}
        </span>
        <span className="value">{tax_per_mu === null ? "–" : amounts.number(tax_per_mu, 1)}</span>
      </button>
    </li>
  );
}
