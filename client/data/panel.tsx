import type { MapSetup } from "../../domain/api/map.ts";
import { useAmounts, useText, useWords } from "../language/use-language.ts";
import type { Answer } from "../state/answers.ts";
import { Loaded } from "../ui/answer.tsx";
import { Copy } from "../ui/copy.tsx";
import { Section } from "../ui/figure.tsx";
import "./data.css";

/** 开放数据: how to take the data elsewhere. */
export default function DataPanel({ setup }: { setup: Answer<MapSetup> }) {
  const words = useWords();
  const service = `${location.origin}/ogc`;
  return (
    <>
      <div className="panel-title">
        <h1>{words.data.title}</h1>
        <p className="quiet">{words.data.sub}</p>
      </div>
      <Section title={words.data.layers}>
        <Loaded answer={setup}>{({ layers }) => <Layers layers={layers} />}</Loaded>
      </Section>
      <Section title={words.data.connect}>
        <p className="fine">{words.data.qgis}</p>
        <Snippet text={service} />
        <p className="fine">{words.data.gdal}</p>
        <Snippet text={`ogr2ogr -f GPKG mutu.gpkg OAPIF:${service}`} />
        <p className="fine">{words.data.script}</p>
        <Snippet text={`curl '${service}/collections/parcels/items?district_code=510114&limit=100'`} />
      </Section>
      <p className="data-links">
        <a href="/ogc">{words.data.landing}</a>
        <a href="/ogc/api">{words.data.api}</a>
      </p>
    </>
  );
}

function Layers({ layers }: Pick<MapSetup, "layers">) {
  const words = useWords();
  const text = useText();
  const amounts = useAmounts();
  return (
    <ul className="data-layers">
      {layers.map(({ id, title, count }) => (
        <li key={id}>
          <b>{text(title)}</b> <code>{id}</code>
          <span className="quiet">{words.data.count(amounts.count(count))}</span>
          <span>
            <a href={`/ogc/collections/${id}`}>{words.data.about}</a>
            <a href={`/ogc/collections/${id}/items`}>{words.data.items}</a>
            <a href={`/ogc/collections/${id}/tiles/WebMercatorQuad`}>{words.data.tiles}</a>
          </span>
        </li>
      ))}
    </ul>
  );
}

const Snippet = ({ text }: { text: string }) => (
  <div className="snippet">
    <code>{text}</code>
    <Copy text={text} />
  </div>
);
