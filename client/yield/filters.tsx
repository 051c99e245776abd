import type { ColumnsHead } from "../../domain/api/ratings/columns.ts";
import type { Reference } from "../../domain/api/ratings/grades.ts";
import { industryName } from "../language/industries.ts";
import { useText } from "../language/use-language.ts";
import { goYield, useView } from "../state/store.ts";
import { Section } from "../ui/figure.tsx";
import { FilterChips } from "../ui/filter-chips.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { clearFilters } from "./drawer/filters.ts";
import { usePanelWords } from "./words/panel.ts";

/** Which firms count: their size, park and industry; districts and grades are chosen where they are shown. */
export function Filters({ head }: { head: ColumnsHead }) {
  const words = usePanelWords();
  const text = useText();
  const { language, yield: view } = useView();
  const parks = head.parks.map(({ code, name }) => [code, text(name)] as const);
  const industries = [...new Set(head.industries.map((code) => code.slice(0, 2)))]
    .sort()
    .map((code) => [code, industryName(code, language)] as const);
  return (
    <Section title={words.filters}>
      <Segmented
        label={words.size}
        choices={(["above_scale", "below_scale"] as const).map((size) => [size, words.sizes[size]] as const)}
        value={view.size}
        choose={(size) => goYield({ size, run: null, against: null, terms: null })}
      />
      <div className="pickers">
        <Picker
          label={words.addPark}
          choices={parks.filter(([code]) => !view.parks.includes(code))}
          pick={(code) => goYield({ parks: [...view.parks, code] })}
        />
        <Picker
          label={words.addIndustry}
          choices={industries.filter(([code]) => !view.industries.includes(code))}
          pick={(code) => goYield({ industries: [...view.industries, code] })}
        />
      </div>
    </Section>
  );
}

/** A list to add from: it always shows what it adds, and what was added stands at the top of the panel. */
function Picker(props: {
  label: string;
  choices: (readonly [value: string, name: string])[];
  pick: (value: string) => void;
}) {
  return (
    <select
      className="more-select"
      aria-label={props.label}
      value=""
      onChange={({ target }) => props.pick(target.value)}
    >
      <option value="" disabled hidden>
        {props.label}
      </option>
      {props.choices.map(([value, name]) => (
        <option key={value} value={value}>
          {name}
        </option>
      ))}
    </select>
  );
}

const LIST_FILTERS = ["grades", "districts", "parks", "industries"] as const;
type ListFilter = (typeof LIST_FILTERS)[number];

/** What is filtered by, wherever it was chosen, and the way back. */
export function ActiveFilters({ head }: { head: ColumnsHead }) {
  const words = usePanelWords();
  const text = useText();
  const { language, yield: view } = useView();
  const nameOf = (places: readonly Reference[], code: string) => {
    const place = places.find((one) => one.code === code);
    return place ? text(place.name) : code;
  };
  const named: Record<ListFilter, (value: string) => string> = {
    grades: words.gradeChip,
    districts: (code) => nameOf(head.districts, code),
    parks: (code) => nameOf(head.parks, code),
    industries: (code) => industryName(code, language),
  };
  const chips = LIST_FILTERS.flatMap((part) =>
    view[part].map((value) => ({
      key: `${part} ${value}`,
      name: named[part](value),
      remove: () => goYield({ [part]: view[part].filter((one) => one !== value) }),
    })),
  );
  if (view.within) chips.push({ key: "within", name: words.within, remove: () => goYield({ within: null }) });
  return <FilterChips chips={chips} words={words} clear={clearFilters} />;
}
