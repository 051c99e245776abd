import type { ReactNode } from "react";
import { useText, useWords } from "../language/use-language.ts";
import { select, visit } from "../map/map-canvas.tsx";
import type { Answer } from "../state/answers.ts";
import { go } from "../state/store.ts";
import type { Selection } from "../state/view.ts";
import { Loaded } from "../ui/answer.tsx";
import { Icon, type IconName } from "../ui/icon.tsx";
import { DistrictContents } from "./district.tsx";
import { EnterpriseContents } from "./enterprise.tsx";
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
          <Icon name={selection.kind as IconName} />
        </span>
        <div className="sheet-name">
          {answer.state === "ready" ? (
            <Name sheet={answer.value} />
          ) : (
            <h1>{words.search.kinds[selection.kind]}</h1>
          )}
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
              <Contents sheet={sheet} />
              {sheet.value.synthetic && <p className="synthetic">{words.sheet.synthetic}</p>}
            </>
          )}
        </Loaded>
      </div>
    </>
  );
}

function Contents({ sheet }: { sheet: Sheet }): ReactNode {
  switch (sheet.kind) {
    case "district":
      return <DistrictContents sheet={sheet.value} />;
    case "park":
      return <ParkContents sheet={sheet.value} />;
    case "parcel":
      return <ParcelContents sheet={sheet.value} />;
    case "enterprise":
      return <EnterpriseContents sheet={sheet.value} />;
  }
}

/** The name as the heading, and where the thing stands as links upwards. */
function Name({ sheet }: { sheet: Sheet }) {
  const words = useWords();
  const text = useText();
  const { value } = sheet;
  const title =
    sheet.kind === "parcel"
      ? sheet.value.code
      : sheet.kind === "enterprise"
        ? sheet.value.name
        : text(sheet.value.name);
  return (
    <>
      <h1 className={sheet.kind === "parcel" ? "code" : ""}>{title}</h1>
      <p className="quiet">
        {"district" in value && value.district && (
          <Up to={{ kind: "district", code: value.district.code }}>{text(value.district.name)}</Up>
        )}
        {"park" in value && value.park && (
          <Up to={{ kind: "park", code: value.park.code }}>{text(value.park.name)}</Up>
        )}
        {sheet.kind === "park" && <span>{words.park.levels[sheet.value.level]}</span>}
        {sheet.kind === "district" && <span>{sheet.value.code}</span>}
        {sheet.kind === "enterprise" && (
          <span>{sheet.value.aboveScale ? words.enterprise.aboveScale : words.enterprise.small}</span>
        )}
      </p>
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
