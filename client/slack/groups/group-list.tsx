import type { ReactNode } from "react";
import type { GroupPage, ScatteredGroup } from "../../../domain/api/potential.ts";
import { toMu } from "../../../domain/area.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { firstPage } from "../../drawer/pages.ts";
import { useRows, useShown } from "../../drawer/rows.ts";
import type { HeadColumn } from "../../drawer/table-head.tsx";
import { useAmounts, useText } from "../../language/use-language.ts";
import { featureSelection } from "../../map/subjects.ts";
import { useAnswer } from "../../state/answers.ts";
import { goSlack, useView } from "../../state/store.ts";
import { Figure } from "../../ui/figure.tsx";
import { columnIn } from "../drawer/columns.ts";
import { List, openSelected } from "../drawer/list.tsx";
import { useRanges } from "../potential/use-ranges.ts";
import { KindMark } from "../sheet/kind-mark.tsx";
import { GROUP_SORTS } from "../state.ts";
import { usePotentialWords } from "../words/potential.ts";
import type { PotentialWords } from "../words/zh/potential.ts";
import { useDistance } from "./distance.ts";
import { DistrictChoice } from "./district-choice.tsx";
import { groupsPath } from "./paths.ts";
import "./group-list.css";
import "./room.css";

const groupsOf = ({ groups }: GroupPage) => groups;

const columnsIn = (words: PotentialWords): HeadColumn[] => {
  const column = columnIn({ columns: words.groupColumns });
  return [
    column("name", "code"),
    column("district"),
    column("parcels", "parcels", "descending", true),
    column("area", "area", "descending", true, words.units.mu),
    column("owners", null, "descending", true),
    column("park"),
    column("distance", "distance", "ascending", true),
    column("room", null, "descending", true),
    column("output", "output", "descending", true),
  ];
};

/** 零散片区: scattered land gathered into what can be worked on as one, each with the park that could take it in. */
export default function GroupList({ phone }: { phone: boolean }) {
  const words = usePotentialWords();
  const districtName = useDistrictName();
  const { slack: view, selection } = useView();
  const list = groupsPath(view);
  const rows = useRows<GroupPage, ScatteredGroup>({
    list,
    rowsOf: groupsOf,
    phone,
    open: ({ group_code }) => openSelected(featureSelection("scattered-groups", group_code), phone),
  });
  const { answer } = rows.pages;
  const screened = answer.state !== "ready" || answer.value.run !== null;
  const isSelected = (group: ScatteredGroup) =>
    selection?.kind === "feature" &&
    selection.code === featureSelection("scattered-groups", group.group_code).code;
  const first = useAnswer<GroupPage>(firstPage(list));
  const place = first.state === "ready" ? first.value.groups.findIndex(isSelected) : -1;
  useShown(place < 0 ? null : place, rows);
  return (
    <>
      {screened && <DistrictChoice />}
      <List
        className="group-list"
        label={words.groups}
        phone={phone}
        rows={rows}
        columns={columnsIn(words)}
        sorts={GROUP_SORTS}
        sort={view.groupSort}
        sorted={(groupSort) => goSlack({ groupSort })}
        none={screened ? words.noGroups : words.notScreened}
        clear={view.districts.length > 0 ? () => goSlack({ districts: [] }) : null}
        isSelected={isSelected}
        nameOf={({ group_code }) => group_code}
        detailOf={({ district_code }) => districtName(district_code)}
        cells={({ button, one }) => <Cells button={button} group={one} />}
      />
    </>
  );
}

function Cells({ button, group }: { button: ReactNode; group: ScatteredGroup | undefined }) {
  const words = usePotentialWords();
  const text = useText();
  const amounts = useAmounts();
  const ranges = useRanges();
  const distance = useDistance();
  const districtName = useDistrictName();
  const park = group?.nearest_park;
  const output = group?.gain?.output_wan;
  const mu = (m2: number) => amounts.number(toMu(m2), 1);
  return (
    <>
      <td className="cell-name">
        <KindMark kind="scattered" /> {button}
      </td>
      <td className="cell-district">{group && districtName(group.district_code)}</td>
      <td className="cell-parcels number">{group && amounts.count(group.parcels)}</td>
      <td className="cell-area number">{group && mu(group.area_m2)}</td>
      <td className="cell-owners number">{group && amounts.count(group.owners)}</td>
      <td className="cell-park" title={park ? text(park.name) : undefined}>
        {group && (park ? text(park.name) : words.noPark)}
      </td>
      <td className="cell-distance number">{park && <Figure amount={distance(park.distance_m)} />}</td>
      <td className="cell-room number">{group && park && <Room of={group} mu={mu} />}</td>
      <td className="cell-output number">
        {group && <Figure amount={output ? ranges.output(output) : null} otherwise="–" />}
      </td>
    </>
  );
}

/** Idle land in the nearest park, and whether it is enough. */
function Room({ of: { nearest_park, area_m2 }, mu }: { of: ScatteredGroup; mu: (m2: number) => string }) {
  const words = usePotentialWords();
  const amounts = useAmounts();
  const room = nearest_park?.room_m2 ?? 0;
  const fits = room >= area_m2;
  const told = fits
    ? words.fits
    : room === 0
      ? words.noRoom
      : words.fitsNot(amounts.percent(room / area_m2, 0));
  return (
    <span className={fits ? "room fits" : "room"} title={told}>
      {mu(room)}
      <small className="unit"> {words.units.mu}</small> <i aria-hidden="true">{fits ? "✓" : "✗"}</i>
      <span className="visually-hidden">{told}</span>
    </span>
  );
}
