import type { DistrictSummary } from "../../domain/api/layout.ts";
import { useText } from "../language/use-language.ts";
import { visit } from "../sheets/visit.ts";
import { useView } from "../state/store.ts";

/** What each district earned in 2025 inside what it should earn in 2030, on one scale. */
export function RevenueBars({ districts }: { districts: DistrictSummary[] }) {
  const text = useText();
  const { selection, language } = useView();
  const shown = (yi: number) =>
    language === "en" ? (yi / 10).toFixed(1) : Math.round(yi).toLocaleString("en-US");
  const most = Math.max(...districts.map(({ revenueTarget2030 = 0 }) => revenueTarget2030));
  const sorted = [...districts].sort((a, b) => (b.revenue2025 ?? 0) - (a.revenue2025 ?? 0));
  return (
    <ul className="revenue-bars">
      {sorted.map(({ code, name, revenue2025, revenueTarget2030 = 0, leading }) => (
        <li key={code}>
          <button
            type="button"
            aria-pressed={selection?.kind === "district" && selection.code === code}
            onClick={() => visit({ kind: "district", code })}
          >
            <span className="name">{text(name)}</span>
            <span className="track" aria-hidden="true">
              <i className="wanted" style={{ width: `${(revenueTarget2030 / most) * 100}%` }} />
              <i className="reached" style={{ width: `${((revenue2025 ?? 0) / most) * 100}%` }} />
            </span>
            <span className="value">
              {revenue2025 === undefined ? "–" : shown(revenue2025)}
              <span className="quiet"> → {shown(revenueTarget2030)}</span>
            </span>
            {leading && <span className="industries quiet">{leading.map(text).join(" · ")}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
