import type { ShareSeries } from "../../domain/api/shares.ts";
import { SWITCHES } from "../../domain/shares/switches.ts";
import { useText } from "../language/use-language.ts";
import { adjustShare, goShare, useShare } from "../state/store.ts";
import { Segmented } from "../ui/segmented.tsx";
import { UnitsSwitch } from "../ui/units-switch.tsx";
import { useYear } from "./use-shares.ts";
import { usePanelWords } from "./words/panel.ts";

/** Which year, whose land, and what counts. */
export function Heading({ series }: { series: ShareSeries }) {
  const words = usePanelWords();
  const { drawer } = useShare();
  return (
    <>
      <div className="panel-title">
        <h1>{words.title}</h1>
        <p className="quiet">{words.sub}</p>
        {drawer === "closed" && (
          <button
            type="button"
            className="button list-button"
            onClick={() => goShare({ drawer: "districts" })}
          >
            {words.list}
          </button>
        )}
      </div>
      <div className="share-asked">
        <YearChoice years={series.years} />
        <DistrictChoice series={series} />
        <SwitchChoice />
        <UnitsSwitch />
      </div>
    </>
  );
}

function YearChoice({ years }: { years: readonly number[] }) {
  const words = usePanelWords();
  const shown = useYear();
  if (shown === null) return null;
  return (
    <Segmented
      label={words.year}
      choices={years.map((year) => [String(year), String(year)] as const)}
      value={String(shown)}
      choose={(year) => goShare({ year: Number(year) === years.at(-1) ? null : Number(year) })}
    />
  );
}

function DistrictChoice({ series }: { series: ShareSeries }) {
  const words = usePanelWords();
  const text = useText();
  const { district } = useShare();
  return (
    <select
      className={district ? "more-select on" : "more-select"}
      aria-label={words.district}
      value={district ?? ""}
      onChange={({ target }) => goShare({ district: target.value || null })}
    >
      <option value="">{words.all}</option>
      {series.districts.map(({ code, name }) => (
        <option key={code} value={code}>
          {text(name)}
        </option>
      ))}
    </select>
  );
}

function SwitchChoice() {
  const words = usePanelWords();
  const { switches } = useShare();
  return (
    <fieldset className="share-switches">
      <legend className="fine quiet">{words.switches}</legend>
      {SWITCHES.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={switches[name]}
            onChange={({ target }) => adjustShare({ switches: { ...switches, [name]: target.checked } })}
          />
          {words.switchNames[name]}
        </label>
      ))}
    </fieldset>
  );
}
