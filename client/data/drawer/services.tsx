import type { MapSetup } from "../../../domain/api/map.ts";
import { useAnswer } from "../../state/answers.ts";
import { Copy } from "../../ui/copy.tsx";
import { collectionPath, itemsPath, SERVICE, tilesPath } from "../addresses.ts";
import type { Desk } from "../use-taking.ts";
import { useDrawerWords } from "../words/drawer.ts";
import type { DrawerWords } from "../words/zh/drawer.ts";

type LinkName = keyof DrawerWords["services"]["links"];
/** An address with placeholders is only there to be copied. */
type Address = readonly [name: LinkName, path: string, template?: true];

const tileAddresses = (layer: string): Address[] => [
  ["tilejson", `${tilesPath(layer)}?f=tilejson`],
  ["xyz", `${tilesPath(layer)}/{z}/{y}/{x}`, true],
  ["tileset", tilesPath(layer)],
];

const apiAddresses = (layer: string): Address[] => [
  ["landing", SERVICE],
  ["collection", collectionPath(layer)],
  ["items", itemsPath(layer)],
  ["queryables", `${collectionPath(layer)}/queryables`],
  ["schema", `${collectionPath(layer)}/schema`],
  ["document", `${SERVICE}/api`],
];

/** Where the layer is served: its tiles, and its part of the OGC API. */
export default function ServicesTab({ desk: { taking } }: { desk: Desk }) {
  const { services: words } = useDrawerWords();
  const { layer } = taking;
  const setup = useAnswer<MapSetup>("/api/map");
  const known = setup.state === "ready" ? setup.value.layers.find(({ id }) => id === layer) : undefined;
  return (
    <div className="taking-services">
      <section>
        <h2>
          {words.tiles}
          {known && <span> · {words.zooms(known.minZoom, known.maxZoom)}</span>}
        </h2>
        <Addresses of={tileAddresses(layer)} />
      </section>
      <section>
        <h2>{words.api}</h2>
        <Addresses of={apiAddresses(layer)} />
      </section>
    </div>
  );
}

function Addresses({ of }: { of: readonly Address[] }) {
  const { services: words, copyOf } = useDrawerWords();
  const notes: Partial<Record<LinkName, string>> = words.notes;
  return (
    <dl>
      {of.map(([name, path, template]) => {
        const address = location.origin + path;
        return (
          <div key={name}>
            <dt>
              {words.links[name]}
              {notes[name] && <small className="quiet"> {notes[name]}</small>}
            </dt>
            <dd>
              {template ? <code>{address}</code> : <a href={path}>{address}</a>}
              <Copy text={address} label={copyOf(words.links[name])} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
