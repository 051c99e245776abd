import type { Cooperation } from "../../../domain/api/plan.ts";
import { EMERGING_DISTRICTS } from "../../../domain/districts.ts";
import { useDistrictName } from "../../account/district-name.ts";
import { useAmounts, useText } from "../../language/use-language.ts";
import { visit } from "../../sheets/visit.ts";
import { Citation } from "../../sources/citation.tsx";
import { useDrawerWords } from "../words/drawer.ts";

type Platform = Cooperation["platforms"][number];

/** 专栏5: by district; those whose district no document states stand in a list of their own. */
export function Platforms({ platforms }: { platforms: readonly Platform[] }) {
  const { cooperation: words } = useDrawerWords();
  const districtName = useDistrictName();
  const of = (code: string | null) => platforms.filter(({ district }) => district === code);
  return (
    <div className="platform-groups">
      {EMERGING_DISTRICTS.filter(({ code }) => of(code).length > 0).map(({ code }) => (
        <div key={code}>
          <h3>
            <button type="button" className="link" onClick={() => visit({ kind: "district", code })}>
              {districtName(code)}
            </button>{" "}
            <Count of={of(code)} />
          </h3>
          <List platforms={of(code)} />
        </div>
      ))}
      {of(null).length > 0 && (
        <div className="unstated">
          <h3>
            {words.noDistrict} <Count of={of(null)} />
          </h3>
          <p className="quiet fine">{words.noDistrictNote}</p>
          <List platforms={of(null)} />
        </div>
      )}
    </div>
  );
}

function Count({ of }: { of: readonly Platform[] }) {
  const { cooperation: words } = useDrawerWords();
  const { count } = useAmounts();
  return <span className="quiet">{words.platformCount(count(of.length))}</span>;
}

function List({ platforms }: { platforms: readonly Platform[] }) {
  const text = useText();
  return (
    <ul>
      {platforms.map(({ name, kind, level, source }) => (
        <li key={name.zh}>
          {text(name)}{" "}
          <span className="quiet">
            {text(kind)}
            {level && ` · ${text(level)}`}
          </span>
          <Citation source={source} />
        </li>
      ))}
    </ul>
  );
}
