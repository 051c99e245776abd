import type { Layout } from "../../domain/api/layout.ts";
import { useAmounts, useText } from "../language/use-language.ts";
import { beltColours, stepsOf } from "../map/district-colours.ts";
import { currentPalette } from "../map/palette.ts";
import { Citation } from "../sources/citation.tsx";
import { useView } from "../state/store.ts";

/** What the tint of a district means. */
export function ColourLegend({ layout }: { layout: Layout }) {
  const { colour, language } = useView();
  const text = useText();
  const amounts = useAmounts();
  const palette = currentPalette();
  const nameOf = (code: string) => {
    const district = layout.districts.find((d) => d.code === code);
    return district ? text(district.name).replace(/区$/, "") : code;
  };
  if (colour === "belt")
    return (
      <ul className="legend">
        {beltColours(layout, palette).map((belt) => (
          <li key={belt.name.zh}>
            <i className="swatch" style={{ background: belt.colour }} />
            <span>
              {text(belt.name)}
              <Citation source={belt.source} />
              <span className="quiet members">
                {belt.districts.map(nameOf).join(language === "zh" ? "、" : ", ")}
              </span>
            </span>
          </li>
        ))}
      </ul>
    );
  const show = (n: number) => {
    if (colour === "growth") return `${n}%`;
    const { figure, unit } = amounts.yi(n);
    return `${figure} ${unit}`;
  };
  return (
    <ul className="legend steps">
      {stepsOf(colour, palette).map(({ colour: fill, from, to }) => (
        <li key={from}>
          <i className="swatch" style={{ background: fill }} />
          {to === Infinity ? `≥ ${show(from)}` : `< ${show(to)}`}
        </li>
      ))}
    </ul>
  );
}
