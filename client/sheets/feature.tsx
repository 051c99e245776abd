import type { Feature } from "geojson";
import type { ReactNode } from "react";
import type { Text } from "../../domain/api/text.ts";
import { termIn } from "../language/terms.ts";
import { useText, useWords } from "../language/use-language.ts";
import { placeOf } from "../map/subjects.ts";
import { useAnswer } from "../state/answers.ts";
import { useView } from "../state/store.ts";
import type { Kind, Selection } from "../state/view.ts";
import { Loaded } from "../ui/answer.tsx";
import { Facts } from "../ui/figure.tsx";
import { visit } from "./visit.ts";

type Column = { "x-titles": Text; "x-ogc-unit"?: string };
type Schema = { properties: { properties: { properties: Record<string, Column> } } };

/** Columns that name something with a sheet of its own. */
const REFERENCES: Readonly<Record<string, Kind>> = {
  parcel_code: "parcel",
  park_code: "park",
  credit_code: "enterprise",
  district_code: "district",
};

/** A feature of a layer that has no sheet of its own: all it carries, with the titles its layer declares. */
export default function FeatureContents({ feature, selection }: { feature: Feature; selection: Selection }) {
  const text = useText();
  const { layer, code } = placeOf(selection);
  const schema = useAnswer<Schema>(`/ogc/collections/${encodeURIComponent(layer)}/schema`);
  return (
    <Loaded answer={schema}>
      {({ properties }) => (
        <Facts
          items={Object.entries(properties.properties.properties)
            .filter(([name]) => name !== "synthetic" && feature.properties?.[name] !== code)
            .map(([name, column]) => [
              text(column["x-titles"]),
              <Value key={name} name={name} value={feature.properties?.[name]} column={column} />,
            ])}
        />
      )}
    </Loaded>
  );
}

function Value({ name, value, column }: { name: string; value: unknown; column: Column }): ReactNode {
  const words = useWords();
  const { language } = useView();
  const kind = REFERENCES[name];
  const unit = column["x-ogc-unit"];
  if (value === null || value === undefined) return <span className="quiet not-given">–</span>;
  if (typeof value === "boolean") return value ? words.sheet.yes : words.sheet.no;
  if (kind)
    return (
      <button type="button" className="link code" onClick={() => visit({ kind, code: String(value) })}>
        {String(value)}
      </button>
    );
  const shown = typeof value === "number" ? value.toLocaleString("en-US") : termIn(String(value), language);
  return (
    <>
      {shown}
      {unit && <small className="unit"> {termIn(unit, language)}</small>}
    </>
  );
}
