import { useRef } from "react";
import { COUNTED_UP_TO } from "../../domain/open-data.ts";
import { useAmounts } from "../language/use-language.ts";
import { useTaking } from "../state/store.ts";
import { Pending } from "../ui/answer.tsx";
import { Copy } from "../ui/copy.tsx";
import { FORMATS } from "./formats.ts";
import { bytesText, useSize } from "./size.ts";
import { filePath, type Taking } from "./taking.ts";
import { type Count, refusalOf } from "./use-taking.ts";
import { usePanelWords } from "./words/panel.ts";

/** How many features and bytes it will be, and the file; it stays in sight while one chooses. */
export function Outcome({ taking, count }: { taking: Taking; count: Count }) {
  const words = usePanelWords();
  const { format } = useTaking();
  const path = filePath(taking);
  const why = useHindrance(count);
  return (
    <section className="taking-outcome" aria-label={words.outcome}>
      <output aria-live="polite">
        {count.state === "failed" ? <Failed count={count} /> : <Amount taking={taking} count={count} />}
        {why && <span className="taking-why">{why}</span>}
      </output>
      <div className="taking-actions">
        {why || count.state === "failed" ? (
          <button type="button" className="button primary" disabled>
            {words.download(words.formats[format])}
          </button>
        ) : (
          <a className="button primary" href={path} download>
            {words.download(words.formats[format])}
          </a>
        )}
        <span className="quiet taking-links">
          {words.address}
          <Copy text={location.origin + path} label={words.copyAddress} />
        </span>
      </div>
    </section>
  );
}

/** Why there is no file; null where there is one. */
function useHindrance(count: Count): string | null {
  const words = usePanelWords();
  const amounts = useAmounts();
  const { format } = useTaking();
  if (count.state !== "counted") return null;
  if (count.count === 0) return words.empty;
  const { most } = FORMATS[format];
  return most !== undefined && count.count > most ? words.tooMany(amounts.count(most)) : null;
}

function Amount({ taking, count }: { taking: Taking; count: Exclude<Count, { state: "failed" }> }) {
  const words = usePanelWords();
  const amounts = useAmounts();
  const { area, within } = useTaking();
  const counted = count.state === "counted" ? count.count : null;
  // Until the next count is there the last one stays, paler: a number that comes and goes is no rest to the eye.
  const last = useRef<number | null>(null);
  if (counted !== null) last.current = counted;
  const known = count.state === "many" ? null : (counted ?? last.current);
  return (
    <>
      <span className="taking-amount">
        {known !== null && (
          <span className={counted === null ? "stale" : ""}>
            <b>{amounts.count(known)}</b> <small className="unit">{words.features}</small>
          </span>
        )}
        {count.state === "many" && <span className="quiet">{words.many(amounts.count(COUNTED_UP_TO))}</span>}
        {count.state === "counting" && known === null && <span className="quiet">{words.counting}</span>}
        {counted !== 0 && <SizeText taking={taking} count={counted} />}
      </span>
      {area === "drawn" && !within && <span className="taking-why quiet">{words.undrawn}</span>}
    </>
  );
}

function SizeText({ taking, count }: { taking: Taking; count: number | null }) {
  const words = usePanelWords();
  const size = useSize(taking, count);
  if (size === "unknown") return <span className="quiet">{words.unsized}</span>;
  if (size === null) return <span className="quiet">{count !== null && words.sizing}</span>;
  const { figure, unit } = bytesText(size.bytes);
  return (
    <span>
      {!size.exact && <span className="quiet">{words.about} </span>}
      <b>{figure}</b> <small className="unit">{unit}</small>
    </span>
  );
}

/** What is wrong with a choice is told at its place. */
function Failed({ count }: { count: Extract<Count, { state: "failed" }> }) {
  const words = usePanelWords();
  const told = (["filter", "datetime"] as const).some((parameter) => refusalOf(count, parameter) !== null);
  if (told) return <span className="quiet">{words.unfiltered}</span>;
  return <Pending answer={count.answer} />;
}
