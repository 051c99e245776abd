import { useState } from "react";
import type { RatingYears } from "../../../domain/api/ratings/grades.ts";
import { useAnswer } from "../../state/answers.ts";
import { useYield } from "../../state/store.ts";
import { useDrawerWords } from "../words/drawer.ts";
import { useBlock } from "../worker/use-picture.ts";
import { csvPath, layerPath } from "./query.ts";

/** The shown firms as files, and a link to exactly this. */
export function Links() {
  const words = useDrawerWords();
  const view = useYield();
  const block = useBlock();
  const years = useAnswer<RatingYears>("/api/ratings");
  if (block.state !== "ready" || years.state !== "ready") return null;
  const published = years.value.years.filter(({ runs }) => runs.some(({ size }) => size === view.size));
  const latest = Math.max(...published.map(({ year }) => year));
  const items = layerPath(view, block.value.year === latest);
  const tried = view.terms !== null;
  const title = tried ? { title: words.links.storedLong } : {};
  return (
    <p className="drawer-links">
      <a href={csvPath(view, block.value)} download {...title}>
        {words.links.csv}
      </a>
      {items && (
        <a href={items} download="enterprises.geojson" {...title}>
          {words.links.geojson}
        </a>
      )}
      {tried && (
        <span className="quiet" {...title}>
          {words.links.stored}
        </span>
      )}
      <CopyLink />
    </p>
  );
}

const SAID_MS = 1600;

function CopyLink() {
  const words = useDrawerWords();
  const [said, setSaid] = useState<"copied" | "refused" | null>(null);
  const say = (outcome: "copied" | "refused") => {
    setSaid(outcome);
    setTimeout(() => setSaid(null), SAID_MS);
  };
  const copy = () =>
    navigator.clipboard?.writeText(location.href).then(
      () => say("copied"),
      () => say("refused"),
    ) ?? say("refused");
  return (
    <button type="button" className="link" onClick={copy}>
      {words.links[said ?? "copy"]}
    </button>
  );
}
