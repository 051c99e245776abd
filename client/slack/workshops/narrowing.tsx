import type { Layout } from "../../../domain/api/layout.ts";
import { NeedsRight } from "../../account/needs-right.tsx";
import { DIVISION_CODES, industryName } from "../../language/industries.ts";
import { useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { goSlack, useView } from "../../state/store.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { Pick, Search, Tick } from "../drawer/filter-fields.tsx";
import { useWorkshopWords } from "../words/workshops.ts";
import { SIDES, STANDINGS } from "./state.ts";
import { useWorkshops } from "./use-workshops.ts";

/** Which side is listed, what it is narrowed to, and a new record. */
export function Narrowing() {
  const words = useWorkshopWords();
  const text = useText();
  const { language } = useView();
  const { slack, view, go, adjust } = useWorkshops();
  const layout = useAnswer<Layout>("/api/layout");
  const districts = layout.state === "ready" ? layout.value.districts.filter(({ emerging }) => emerging) : [];
  return (
    <search className="list-filters" aria-label={words.filters}>
      <Segmented
        label={words.side}
        choices={SIDES.map((side) => [side, words.sides[side]])}
        value={view.side}
        choose={(side) => go({ side })}
      />
      <Search
        key={view.side}
        label={words.search[view.side]}
        q={view.search}
        ask={(search) => adjust({ search })}
      />
      <Pick
        label={words.all.district}
        values={slack.districts}
        choices={districts.map(({ code, name }) => [code, text(name)])}
        pick={(codes) => goSlack({ districts: codes })}
      />
      <Pick
        label={words.all.industry}
        values={view.industry ? [view.industry] : []}
        choices={DIVISION_CODES.map((code) => [code, industryName(code, language)])}
        pick={([industry = null]) => go({ industry })}
      />
      <select
        className={view.standing === "open" ? "more-select" : "more-select on"}
        aria-label={words.standing}
        value={view.standing}
        onChange={({ target }) => {
          const standing = STANDINGS.find((one) => one === target.value);
          if (standing) go({ standing });
        }}
      >
        {STANDINGS.map((standing) => (
          <option key={standing} value={standing}>
            {words.standings[standing]}
          </option>
        ))}
      </select>
      <Tick label={words.matched} on={view.matched} turn={(matched) => go({ matched })} />
      <div className="add-record">
        <NeedsRight right="workshops">
          <button type="button" className="button" onClick={() => go({ form: `${view.side}:new` })}>
            {words.add[view.side]}
          </button>
        </NeedsRight>
      </div>
    </search>
  );
}
