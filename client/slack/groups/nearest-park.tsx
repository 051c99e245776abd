import type { ScatteredGroup } from "../../../domain/api/potential.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { SelectRow } from "../../sheets/rows.tsx";
import { Section } from "../../ui/figure.tsx";
import { Bars } from "../potential/bars.tsx";
import { usePotentialWords } from "../words/potential.ts";
import { useDistance } from "./distance.ts";
import "./room.css";

/** Where the group could move to, and whether there is idle land enough for it. */
export function NearestPark({ of: { nearest_park: park, area_m2 } }: { of: ScatteredGroup }) {
  const words = usePotentialWords();
  const text = useText();
  const amounts = useAmounts();
  const distance = useDistance();
  if (!park) return <Section title={words.park}>{words.noPark}</Section>;
  const away = distance(park.distance_m);
  const room = park.room_m2;
  const fits = room >= area_m2;
  return (
    <Section
      title={words.park}
      aside={
        <span className={fits ? "room fits" : "room"}>
          <i aria-hidden="true">{fits ? "✓" : "✗"}</i>{" "}
          {fits ? words.fits : room === 0 ? words.noRoom : words.fitsNot(amounts.percent(room / area_m2, 0))}
        </span>
      }
    >
      <ul className="rows">
        <SelectRow
          to={{ kind: "park", code: park.code }}
          main={text(park.name)}
          aside={words.away(`${away.figure} ${away.unit}`)}
        />
      </ul>
      <Bars
        rows={[
          { name: words.room, amount: amounts.land(room), value: room, kind: "idle" },
          { name: words.thisGroup, amount: amounts.land(area_m2), value: area_m2, kind: "group" },
        ]}
      />
    </Section>
  );
}
