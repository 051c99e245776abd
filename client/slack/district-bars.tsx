import type { ScreeningSummary } from "../../domain/api/screening.ts";
import { toMu } from "../../domain/area.ts";
import { useAmounts, useText } from "../language/use-language.ts";
import { goSlack, useSlack } from "../state/store.ts";
import { toggle } from "../state/toggle.ts";
import { Section } from "../ui/figure.tsx";
import { usePanelWords } from "./words/panel.ts";

const PARTS = ["idle", "inefficient"] as const;

type District = ScreeningSummary["districts"][number];

const muOf = ({ tallies }: District, kind: (typeof PARTS)[number]) => toMu(tallies[kind].area_m2);
const sumOf = (district: District) => PARTS.reduce((sum, kind) => sum + muOf(district, kind), 0);

/** Each district's suspected land, on one scale; a press leaves only that district. */
export function DistrictBars({ summary }: { summary: ScreeningSummary }) {
  const words = usePanelWords();
  const { districts } = useSlack();
  const text = useText();
  const amounts = useAmounts();
  const sorted = [...summary.districts].sort((a, b) => sumOf(b) - sumOf(a));
  const most = Math.max(1, ...sorted.map(sumOf));
  return (
    <Section title={words.districts} aside={words.districtsUnit}>
      <ul className={districts.length > 0 ? "district-bars chosen" : "district-bars"}>
        {sorted.map((district) => {
          const { code } = district;
          const name = text(district.name);
          const [idle, inefficient] = PARTS.map((kind) => amounts.count(Math.round(muOf(district, kind))));
          const said = words.districtBar(name, idle ?? "", inefficient ?? "");
          return (
            <li key={code}>
              <button
                type="button"
                aria-pressed={districts.includes(code)}
                title={said}
                onClick={() => goSlack({ districts: toggle(districts, code) })}
              >
                <span>{name}</span>
                <span className="grade-stack" role="img" aria-label={said}>
                  {PARTS.map((kind) => (
                    <i
                      key={kind}
                      data-slack={kind}
                      style={{ width: `${(muOf(district, kind) / most) * 100}%` }}
                    />
                  ))}
                </span>
                <span className="value">{amounts.count(Math.round(sumOf(district)))}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
