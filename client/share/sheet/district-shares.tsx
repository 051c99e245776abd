import type { Share } from "../../../domain/api/shares.ts";
import { DEFAULT_SWITCHES } from "../../../domain/shares/switches.ts";
import { useMeasured } from "../../language/measured.ts";
import { useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { go, useView } from "../../state/store.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Figure, Section } from "../../ui/figure.tsx";
import { Counted } from "../basis.tsx";
import { Gap } from "../gap.tsx";
import { sharesPath } from "../paths.ts";
import { Standing } from "../standing.tsx";
import { useYear } from "../use-shares.ts";
import { usePanelWords } from "../words/panel.ts";
import "../panel.css";
import "./district-shares.css";

/** The shares of one district, as part of its sheet; in the theme of shares with the year and the switches of the theme. */
export default function DistrictShares({ code }: { code: string }) {
  const words = usePanelWords();
  const { theme, share: view } = useView();
  const year = useYear();
  const switches = theme === "share" ? view.switches : DEFAULT_SWITCHES;
  const answer = useAnswer<Share[]>(year === null ? null : sharesPath({ year, district: code, switches }));
  return (
    <Section
      title={words.title}
      aside={
        view.district === code && theme === "share" ? undefined : (
          <button
            type="button"
            className="link"
            onClick={() => go({ theme: "share", share: { ...view, district: code } })}
          >
            {words.inTheme}
          </button>
        )
      }
    >
      <Loaded answer={answer}>
        {(shares) => (
          <>
            <ul className="district-shares">
              {shares.map((share) => (
                <One key={share.id} share={share} full={theme === "share"} />
              ))}
            </ul>
            <Compared shares={shares} />
          </>
        )}
      </Loaded>
    </Section>
  );
}

/** Once for all of them: whose targets these are. */
function Compared({ shares }: { shares: readonly Share[] }) {
  const words = usePanelWords();
  const text = useText();
  const asked = shares.find(({ target }) => target !== null);
  return asked ? <p className="fine quiet">{words.targetOf(text(asked.target_scope))}</p> : null;
}

function One({ share, full }: { share: Share; full: boolean }) {
  const words = usePanelWords();
  const text = useText();
  const { land } = useMeasured();
  const { percent, target, standing, numerator, denominator } = share;
  return (
    <li>
      <p className="district-share">
        <span>
          <b>{share.sign}</b> {text(share.name)}
        </span>
        <b className="percent">{percent === null ? "–" : `${percent.toFixed(1)}%`}</b>
      </p>
      <p className="district-parts fine">
        <span>
          <Figure amount={land(numerator)} /> ÷{" "}
          <Figure amount={denominator === null ? null : land(denominator)} otherwise={words.noFigure} />
        </span>
        {target !== null && (
          <span>
            <Standing of={standing} /> <span className="quiet">{words.target(`${target}%`)}</span>
          </span>
        )}
      </p>
      {full && <Gap share={share} ofDistrict={false} />}
      <Counted share={share} />
    </li>
  );
}
