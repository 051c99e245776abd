import type { ColumnsHead } from "../../domain/api/ratings/columns.ts";
import type { Reference } from "../../domain/api/ratings/grades.ts";
import { industryName } from "../language/industries.ts";
import { useText } from "../language/use-language.ts";
import { goYield, useView } from "../state/store.ts";
import { Section } from "../ui/figure.tsx";
import { Icon } from "../ui/icon.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { clearFilters, isFiltered } from "./drawer/filters.ts";
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
  const clear = isFiltered(view) && (
    <button type="button" className="link" onClick={clearFilters}>
      {words.clear}
    </button>
  );
  return (
    <Section title={words.filters} aside={clear}>
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
      <Chips head={head} />
    </Section>
  );
}

/** A list to add from: it always shows what it adds, and what was added stands below as chips. */
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

function Chips({ head }: { head: ColumnsHead }) {
  const words = usePanelWords();
  const text = useText();
  const { language, yield: view } = useView();
  const nameOf = (places: readonly Reference[], code: string) => {
    const place = places.find((one) => one.code === code);
    return place ? text(place.name) : code;
  };
  const without = <T,>(values: readonly T[], value: T) => values.filter((one) => one !== value);
  const chips: [key: string, name: string, remove: () => void][] = [
    ...view.grades.map((grade): [string, string, () => void] => [
      `grade ${grade}`,
      words.gradeChip(grade),
      () => goYield({ grades: without(view.grades, grade) }),
    ]),
    ...view.districts.map((code): [string, string, () => void] => [
      code,
      nameOf(head.districts, code),
      () => goYield({ districts: without(view.districts, code) }),
    ]),
    ...view.parks.map((code): [string, string, () => void] => [
      code,
      nameOf(head.parks, code),
      () => goYield({ parks: without(view.parks, code) }),
    ]),
    ...view.industries.map((code): [string, string, () => void] => [
      `industry ${code}`,
      industryName(code, language),
      () => goYield({ industries: without(view.industries, code) }),
    ]),
  ];
  if (view.within) chips.push(["within", words.within, () => goYield({ within: null })]);
  if (chips.length === 0) return null;
  return (
    <ul className="filter-chips">
      {chips.map(([key, name, remove]) => (
        <li key={key}>
          <button type="button" className="chip" aria-label={words.remove(name)} onClick={remove}>
            {name}
            <Icon name="close" size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}
