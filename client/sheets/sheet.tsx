import { lazy, type ReactNode, Suspense, useEffect, useRef } from "react";
import type { MapSetup } from "../../domain/api/map.ts";
import { useDistrictName } from "../account/district-name.ts";
import { useText, useWords } from "../language/use-language.ts";
import { placeOf } from "../map/subjects.ts";
import { type Answer, useAnswer } from "../state/answers.ts";
import { go } from "../state/store.ts";
import type { Selection } from "../state/view.ts";
import { Loaded } from "../ui/answer.tsx";
import { Copy } from "../ui/copy.tsx";
import { Icon } from "../ui/icon.tsx";
import type { RatedSheet } from "../yield/sheet/badge.tsx";
import { boundsOf, isSynthetic, titleOf } from "./about.ts";
import { DistrictContents } from "./district.tsx";
import { EnterpriseContents } from "./enterprise.tsx";
import { ParcelContents } from "./parcel.tsx";
import { ParkContents } from "./park.tsx";
import type { Sheet } from "./use-sheet.ts";
import { arrive, leave, visit } from "./visit.ts";
import "./sheets.css";

const RatingBadge = lazy(() => import("../yield/sheet/badge.tsx"));
const OfferContents = lazy(() => import("../slack/workshops/offer-sheet.tsx"));
const NeedContents = lazy(() => import("../slack/workshops/need-sheet.tsx"));
const FeatureContents = lazy(() => import("./feature.tsx"));
const GroupSheet = lazy(() => import("../slack/groups/group-sheet.tsx"));

/** The sheet on the right: whatever is selected. */
export default function SheetPanel({ selection, answer }: { selection: Selection; answer: Answer<Sheet> }) {
  const words = useWords();
  const sheet = answer.state === "ready" ? answer.value : null;
  return (
    <>
      <header className="sheet-head">
        <Badge selection={selection} sheet={sheet} />
        <div className="sheet-name">
          <Name selection={selection} sheet={sheet} />
        </div>
        <div className="sheet-actions">
          {sheet && boundsOf(sheet) && (
            <button
              type="button"
              className="icon-button"
              aria-label={words.sheet.zoomTo}
              title={words.sheet.zoomTo}
              onClick={() => go({ at: null })}
            >
              <Icon name="zoomTo" />
            </button>
          )}
          <button
            type="button"
            className="icon-button"
            aria-label={words.sheet.close}
            title={`${words.sheet.close} (Esc)`}
            onClick={leave}
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

/** Groups of scattered land are a layer like others, with a sheet of their own. */
const isGroup = (selection: Selection) => placeOf(selection).layer === "scattered-groups";

const isRated = (sheet: Sheet): sheet is RatedSheet => "ratings" in sheet.value;

/** What it is; or the grade that it has. */
function Badge({ selection, sheet }: { selection: Selection; sheet: Sheet | null }) {
  const plain = (
    <span className="badge">
      <Icon name={selection.kind} />
    </span>
  );
  if (!sheet || !isRated(sheet)) return plain;
  return (
    <Suspense fallback={plain}>
      <RatingBadge sheet={sheet} />
    </Suspense>
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
    case "offer":
      return (
        <Suspense>
          <OfferContents offer={sheet.value} />
        </Suspense>
      );
    case "need":
      return (
        <Suspense>
          <NeedContents need={sheet.value} />
        </Suspense>
      );
    case "feature":
      return (
        <Suspense>
          {isGroup(selection) ? (
            <GroupSheet code={placeOf(selection).code} />
          ) : (
            <FeatureContents feature={sheet.value} selection={selection} />
          )}
        </Suspense>
      );
  }
}

/** The name as the heading, and where the thing stands as links upwards. */
function Name({ selection, sheet }: { selection: Selection; sheet: Sheet | null }) {
  const words = useWords();
  const text = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  const isCode = selection.kind === "parcel" || selection.kind === "feature" || !sheet;
  const title = sheet ? titleOf(sheet, text) : placeOf(selection).code;
  useEffect(() => {
    if (selection.code) arrive(heading.current);
  }, [selection.code]);
  return (
    <>
      <h1 ref={heading} tabIndex={-1} className={isCode ? "code" : ""}>
        {title}
        {isCode && sheet && <Copy text={title} label={words.sheet.copyCode} />}
      </h1>
      <p className="quiet">
        {sheet ? <Place sheet={sheet} selection={selection} /> : words.kinds[selection.kind]}
      </p>
    </>
  );
}

function Place({ sheet, selection }: { sheet: Sheet; selection: Selection }) {
  const words = useWords();
  const text = useText();
  const districtName = useDistrictName();
  const { kind, value } = sheet;
  if (kind === "district") return <span>{value.code}</span>;
  if (kind === "feature") return <LayerName layer={placeOf(selection).layer} />;
  if (kind === "offer" || kind === "need")
    return (
      <>
        <span>{words.kinds[kind]}</span>
        <Up to={{ kind: "district", code: value.district_code }}>{districtName(value.district_code)}</Up>
        {kind === "offer" && value.park_code && (
          <Up to={{ kind: "park", code: value.park_code }}>{value.park_name}</Up>
        )}
      </>
    );
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

function LayerName({ layer }: { layer: string }) {
  const text = useText();
  const setup = useAnswer<MapSetup>("/api/map");
  const found = setup.state === "ready" ? setup.value.layers.find(({ id }) => id === layer) : undefined;
  return <span>{found ? text(found.title) : layer}</span>;
}
