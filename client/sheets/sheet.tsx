import type { ReactNode } from "react";
import { useText, useWords } from "../language/use-language.ts";
import { select, visit } from "../map/map-canvas.tsx";
import type { Answer } from "../state/answers.ts";
import { go } from "../state/store.ts";
import type { Selection } from "../state/view.ts";
import { Loaded } from "../ui/answer.tsx";
import { Icon } from "../ui/icon.tsx";
import { isSynthetic, titleOf } from "./about.ts";
import { DistrictContents } from "./district.tsx";
import { EnterpriseContents } from "./enterprise.tsx";
import { FeatureContents } from "./feature.tsx";
import { ParcelContents } from "./parcel.tsx";
import { ParkContents } from "./park.tsx";
import type { Sheet } from "./use-sheet.ts";
import "./sheets.css";

/** The sheet on the right: whatever is selected. */
export function SheetPanel({ selection, answer }: { selection: Selection; answer: Answer<Sheet> }) {
  const words = useWords();
  return (
    <>
      <header className="sheet-head">
        <span className={`badge ${selection.kind}`}>
          <Icon name={selection.kind} />
        </span>
        <div className="sheet-name">
          {answer.state === "ready" ? <Name sheet={answer.value} /> : <h1>{words.kinds[selection.kind]}</h1>}
        </div>
        <div className="sheet-actions">
          <button
            type="button"
            className="icon-button"
            aria-label={words.sheet.zoomTo}
            title={words.sheet.zoomTo}
            onClick={() => go({ at: null })}
          >
            <Icon name="zoomTo" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={words.sheet.close}
            title={words.sheet.close}
            onClick={() => select(null)}
          >
            <Icon name="close" />
          </button>
        </div>
      </header>
      <div className="sheet-body">
        <Loaded answer={answer} missing={words.sheet.missing}>
          {(sheet) => (
            <>
              <Contents sheet={sheet} selection={selection} />
              {isSynthetic(sheet) && <p className="synthetic">{words.sheet.synthetic}</p>}
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}

function Contents({ sheet, selection }: { sheet: Sheet; selection: Selection }): ReactNode {
  switch (sheet.kind) {
    case "district":
      return <DistrictContents sheet={sheet.value} />;
    case "park":
      return <ParkContents sheet={sheet.value} />;
    case "parcel":
      return <ParcelContents sheet={sheet.value} />;
    case "enterprise":
      return <EnterpriseContents sheet={sheet.value} />;
    case "feature":
      return <FeatureContents feature={sheet.value} selection={selection} />;
  }
}

/** The name as the heading, and where the thing stands as links upwards. */
function Name({ sheet }: { sheet: Sheet }) {
  const text = useText();
  const isCode = sheet.kind === "parcel" || sheet.kind === "feature";
  return (
    <>
      <h1 className={isCode ? "code" : ""}>{titleOf(sheet, text)}</h1>
      <p className="quiet">
        <Place sheet={sheet} />
      </p>
    </>
  );
}

function Place({ sheet }: { sheet: Sheet }) {
  const words = useWords();
  const text = useText();
  const { kind, value } = sheet;
  if (kind === "district") return <span>{value.code}</span>;
  if (kind === "feature") return <span>{value.properties?.district_name}</span>;
  return (
    <>
      {value.district && (
        <Up to={{ kind: "district", code: value.district.code }}>{text(value.district.name)}</Up>
      )}
      {kind !== "park" && value.park && (
        <Up to={{ kind: "park", code: value.park.code }}>{text(value.park.name)}</Up>
      )}
      {kind === "park" && <span>{words.park.levels[value.level]}</span>}
      {kind === "enterprise" && (
        <span>{value.aboveScale ? words.enterprise.aboveScale : words.enterprise.small}</span>
      )}
    </>
  );
}

function Up({ to, children }: { to: Selection; children: ReactNode }) {
  return (
    <button type="button" className="link" onClick={() => visit(to)}>
      {children}
    </button>
  );
}
