import type { Feature } from "geojson";
import type { Text } from "../../domain/api/text.ts";
import { useText, useWords } from "../language/use-language.ts";
import { placeOf } from "../map/subjects.ts";
import { useAnswer } from "../state/answers.ts";
import type { Selection } from "../state/view.ts";
import { Loaded } from "../ui/answer.tsx";
import { Facts } from "../ui/figure.tsx";

type Schema = {
  properties: { properties: { properties: Record<string, { "x-titles": Text; "x-ogc-unit"?: string }> } };
};

/** A feature of a layer that has no sheet of its own: all it carries, with the titles its layer declares. */
export function FeatureContents({ feature, selection }: { feature: Feature; selection: Selection }) {
  const words = useWords();
  const text = useText();
  const { layer } = placeOf(selection);
  const schema = useAnswer<Schema>(`/ogc/collections/${encodeURIComponent(layer)}/schema`);
  const shown = (value: unknown, unit: string | undefined) => {
    if (value === null || value === undefined) return <span className="quiet not-given">–</span>;
    if (typeof value === "boolean") return value ? words.sheet.yes : words.sheet.no;
    return `${typeof value === "number" ? value.toLocaleString("en-US") : String(value)}${unit ? ` ${unit}` : ""}`;
  };
  return (
    <Loaded answer={schema}>
      {({ properties }) => (
        <Facts
          items={Object.entries(properties.properties.properties)
            .filter(([name]) => name !== "synthetic")
            .map(([name, column]) => [
              text(column["x-titles"]),
              shown(feature.properties?.[name], column["x-ogc-unit"]),
            ])}
        />
      )}
    </Loaded>
  );
}
