import { useState } from "react";
import { useTaking } from "../../state/store.ts";
import { Copy } from "../../ui/copy.tsx";
import { Segmented } from "../../ui/segmented.tsx";
import { itemsPath, SERVICE, tilesPath } from "../addresses.ts";
import { FORMATS } from "../formats.ts";
import { curl } from "../snippets/curl.ts";
import { ogr2ogr } from "../snippets/ogr2ogr.ts";
import { python } from "../snippets/python.ts";
import { qgis } from "../snippets/qgis.ts";
import { r } from "../snippets/r.ts";
import { addressOf, type Request } from "../snippets/request.ts";
import { queryOf } from "../taking.ts";
import { useReadingNeedsAccount } from "../use-reading.ts";
import type { Desk } from "../use-taking.ts";
import { useDrawerWords } from "../words/drawer.ts";

const SNIPPETS = { url: addressOf, curl, python, r, ogr2ogr } satisfies Record<
  string,
  (of: Request) => string
>;
const LANGUAGES = ["url", "curl", "python", "r", "qgis", "ogr2ogr"] as const;
type CodeLanguage = (typeof LANGUAGES)[number];

/** Kept while the page is open: who writes R goes on to write R. */
let last: CodeLanguage = "url";

/** What is chosen, as code for whoever takes it on. */
export default function CodeTab({ desk }: { desk: Desk }) {
  const words = useDrawerWords();
  const [language, setLanguage] = useState(last);
  const request = useRequest(desk);
  last = language;
  return (
    <div className="taking-code">
      <Segmented
        label={words.language}
        choices={LANGUAGES.map((one) => [one, words.languages[one]] as const)}
        value={language}
        choose={setLanguage}
      />
      <p className="fine quiet">{words.notes[language]}</p>
      {request.signedIn && (
        <p className="fine taking-token">{language === "qgis" ? words.qgisToken : words.token}</p>
      )}
      {language === "qgis" ? (
        <QgisSteps request={request} />
      ) : (
        <Snippet text={SNIPPETS[language](request)} of={words.languages[language]} />
      )}
    </div>
  );
}

function useRequest({ taking, work }: Desk): Request {
  const { layer, format } = useTaking();
  const signedIn = useReadingNeedsAccount();
  return {
    items: location.origin + itemsPath(layer),
    query: queryOf(taking),
    layer,
    format: { ...FORMATS[format], name: format },
    geometry: work.geometry,
    signedIn,
  };
}

function QgisSteps({ request }: { request: Request }) {
  const words = useDrawerWords();
  const { origin } = location;
  const addresses = qgis({
    ...request,
    service: origin + SERVICE,
    tiles: `${origin}${tilesPath(request.layer)}/{z}/{y}/{x}`,
  });
  return (
    <ol className="taking-steps">
      {(["service", "remote", "tiles"] as const).map((way) => (
        <li key={way}>
          <b>{words.qgisSteps[way].title}</b>
          <span className="quiet">{words.qgisSteps[way].step}</span>
          <Snippet text={addresses[way]} of={words.qgisSteps[way].title} />
        </li>
      ))}
    </ol>
  );
}

function Snippet({ text, of }: { text: string; of: string }) {
  const words = useDrawerWords();
  return (
    <div className="taking-snippet">
      <pre>
        <code>{text}</code>
      </pre>
      <Copy text={text} label={words.copyOf(of)} />
    </div>
  );
}
