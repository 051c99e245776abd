import { useId } from "react";
import { goTaking, useTaking } from "../../state/store.ts";
import { Section } from "../../ui/figure.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { FORMATS_OFFERED, type Options } from "../formats.ts";
import { usePanelWords } from "../words/panel.ts";
import { changeWork, type Work } from "../work.ts";

/** In which form, what that is good for, and what can be chosen about it. */
export function FormatChoice({ work }: { work: Work }) {
  const words = usePanelWords();
  const { format } = useTaking();
  const group = useId();
  return (
    <Section title={words.format}>
      <div className="taking-formats" role="radiogroup" aria-label={words.format}>
        {FORMATS_OFFERED.map((one) => (
          <label key={one} className={one === format ? "on" : ""}>
            <input
              type="radio"
              className="visually-hidden"
              name={group}
              checked={one === format}
              onChange={() => goTaking({ format: one })}
            />
            {words.formats[one]}
          </label>
        ))}
      </div>
      <p className="fine quiet taking-note">{words.formatNotes[format]}</p>
      <OptionChoice options={work.options} />
    </Section>
  );
}

function OptionChoice({ options }: { options: Options }) {
  const words = usePanelWords();
  const { format, layer } = useTaking();
  const change = (more: Partial<Options>) => changeWork(layer, { options: { ...options, ...more } });
  if (format === "shp")
    return (
      <Segmented
        label={words.encoding}
        choices={(["utf-8", "gbk"] as const).map((one) => [one, words.encodings[one]] as const)}
        value={options.encoding}
        choose={(encoding) => change({ encoding })}
      />
    );
  const option = format === "csv" ? "bom" : format === "fgb" ? "index" : null;
  if (!option) return null;
  return (
    <label className="taking-check">
      <input
        type="checkbox"
        checked={options[option]}
        onChange={({ target }) => change({ [option]: target.checked })}
      />
      {words[option]}
    </label>
  );
}
