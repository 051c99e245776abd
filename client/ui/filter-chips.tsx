import { Icon } from "./icon.tsx";

/** What a theme is filtered by, each with a way to take it back; nothing where nothing is filtered. */
export function FilterChips(props: {
  chips: readonly { key: string; name: string; remove: () => void }[];
  words: { filters: string; remove: (name: string) => string; clear: string };
  clear: () => void;
}) {
  const { chips, words, clear } = props;
  if (chips.length === 0) return null;
  return (
    <section className="active-filters" aria-label={words.filters}>
      <ul className="filter-chips">
        {chips.map(({ key, name, remove }) => (
          <li key={key}>
            <button type="button" className="chip" aria-label={words.remove(name)} onClick={remove}>
              {name}
              <Icon name="close" size={12} />
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="link" onClick={clear}>
        {words.clear}
      </button>
    </section>
  );
}
