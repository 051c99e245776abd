import type { Layout } from "../../../domain/api/layout.ts";
import { useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { goTaking, useTaking } from "../../state/store.ts";
import { toggle } from "../../state/toggle.ts";
import { Section } from "../../ui/figure.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { isBox } from "../area.ts";
import type { Column } from "../columns.ts";
import { AREAS } from "../state.ts";
import { usePanelWords } from "../words/panel.ts";
import type { Work } from "../work.ts";

/** Where: everywhere, in districts, in what the map shows, or in an area drawn on it. */
export function AreaChoice({ columns, work }: { columns: readonly Column[]; work: Work }) {
  const words = usePanelWords();
  const { area, districts } = useTaking();
  const inDistricts = columns.some(({ name }) => name === "district_code");
  const offered = AREAS.filter((one) => one !== "districts" || inDistricts);
  return (
    <Section title={words.area}>
      <Segmented
        label={words.area}
        choices={offered.map((one) => [one, words.areas[one]] as const)}
        value={area}
        choose={(next) => goTaking({ area: next })}
      />
      {area === "districts" && inDistricts && <Districts />}
      {!(area === "districts" && districts.length > 0) && (
        <p className="fine quiet taking-note">{words.areaNotes[area]}</p>
      )}
      {area === "seen" && work.seen && (
        <p className="fine quiet">{words.seenBox(work.seen.map((n) => n.toFixed(3)).join(", "))}</p>
      )}
      {area === "drawn" && <Drawn />}
    </Section>
  );
}

function Districts() {
  const words = usePanelWords();
  const text = useText();
  const layout = useAnswer<Layout>("/api/layout");
  const { districts } = useTaking();
  if (layout.state !== "ready") return null;
  return (
    <fieldset className="taking-chips" aria-label={words.areas.districts}>
      {layout.value.districts
        .filter(({ emerging }) => emerging)
        .map(({ code, name }) => (
          <button
            key={code}
            type="button"
            aria-pressed={districts.includes(code)}
            onClick={() => goTaking({ districts: toggle(districts, code) })}
          >
            {text(name)}
          </button>
        ))}
    </fieldset>
  );
}

function Drawn() {
  const words = usePanelWords();
  const { within } = useTaking();
  if (!within) return null;
  return (
    <p className="fine taking-drawn">
      {isBox(within) ? words.box : words.corners(within.length / 2)}
      <button type="button" className="link" onClick={() => goTaking({ within: null })}>
        {words.clear}
      </button>
    </p>
  );
}
