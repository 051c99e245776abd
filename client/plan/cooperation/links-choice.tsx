import type { Cooperation } from "../../../domain/api/plan.ts";
import { useAmounts } from "../../language/use-language.ts";
import { goPlan, usePlan } from "../../state/store.ts";
import { Section } from "../../ui/figure.tsx";
import { usePanelWords } from "../words/panel.ts";
import { partnersWithoutPlace } from "./arcs.ts";

/** Whether links of cooperation are on the map, and what their signs mean there. */
export function LinksChoice({ links: all }: { links: Cooperation["links"] }) {
  const words = usePanelWords();
  const { count } = useAmounts();
  const { links } = usePlan();
  return (
    <Section
      title={words.cooperation}
      aside={
        <button type="button" className="link" onClick={() => goPlan({ drawer: "cooperation" })}>
          {words.openCooperation}
        </button>
      }
    >
      <label className="tick">
        <input type="checkbox" checked={links} onChange={({ target }) => goPlan({ links: target.checked })} />{" "}
        {words.links(count(all.length))}
      </label>
      {links && (
        <ul className="legend">
          <li>
            <i className="link-arc" aria-hidden="true" /> {words.linksLegend.arc}
          </li>
          <li>
            <i className="link-ring" aria-hidden="true" /> {words.linksLegend.end}
          </li>
        </ul>
      )}
      <p className="quiet fine">{words.linksNote(count(partnersWithoutPlace(all)))}</p>
    </Section>
  );
}
