import type { ParcelScreening } from "../../../domain/api/screening.ts";
import type { Disposal } from "../../../domain/cases/states.ts";
import { DISPOSAL_NAMES } from "../../../domain/cases/words.ts";
import { today } from "../../language/days.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { Facts, Figure, Section } from "../../ui/figure.tsx";
import { useSheetWords } from "../words/sheet.ts";

/** What land that lies idle leads to, and when; whose doing it is stays for people to find. */
export function Follows({ of: { consequences } }: { of: ParcelScreening }) {
  const words = useSheetWords();
  const amounts = useAmounts();
  if (!consequences) return null;
  const { fee_wan, fee_from, recovery_from } = consequences;
  const from = (day: string) => (day <= today() ? words.began(day) : words.from(day));
  return (
    <Section title={words.follows}>
      <Facts
        items={[
          [
            `${words.fee} · ${from(fee_from)}`,
            <span key="fee">
              <Figure
                amount={fee_wan === null ? null : amounts.money(fee_wan)}
                otherwise={words.feeUnknown}
              />
              <small className="block quiet">{words.feeHow}</small>
            </span>,
          ],
          [
            words.recovery,
            <span key="recovery">
              {from(recovery_from)}
              <small className="block quiet">{words.recoveryHow}</small>
            </span>,
          ],
        ]}
      />
      <p className="notice firm-only">{words.firmOnly}</p>
    </Section>
  );
}

const isDisposal = (name: string): name is Disposal => name in DISPOSAL_NAMES;

/** Which papers a case wants, and which ways are open. */
export function Papers({ of: { documents, disposals } }: { of: ParcelScreening }) {
  const words = useSheetWords();
  const text = useText();
  const ways = disposals.filter(isDisposal);
  return (
    <>
      {ways.length > 0 && (
        <Section title={words.disposals}>
          <ul className="tags">
            {ways.map((way) => (
              <li key={way} className="tag">
                {text(DISPOSAL_NAMES[way])}
              </li>
            ))}
          </ul>
          <p className="fine quiet">{words.disposalsHow}</p>
        </Section>
      )}
      {documents.length > 0 && (
        <Section title={words.papers}>
          <ul className="papers">
            {documents.map((name) => (
              <li key={name.zh}>{text(name)}</li>
            ))}
          </ul>
          <p className="fine quiet">{words.papersHow}</p>
        </Section>
      )}
    </>
  );
}
