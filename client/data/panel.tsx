import type { MapSetup } from "../../domain/api/map.ts";
import type { Answer } from "../state/answers.ts";
import { goTaking, useTaking } from "../state/store.ts";
import { Loaded } from "../ui/answer.tsx";
import { AreaChoice } from "./choices/area.tsx";
import { ColumnChoice } from "./choices/columns.tsx";
import { Conditions } from "./choices/conditions.tsx";
import { FormatChoice } from "./choices/format.tsx";
import { LayerChoice } from "./choices/layer.tsx";
import { SystemChoice } from "./choices/system.tsx";
import { TimeChoice } from "./choices/time.tsx";
import { Outcome } from "./outcome.tsx";
import { type Desk, refusalOf, useCount, useDesk } from "./use-taking.ts";
import { usePanelWords } from "./words/panel.ts";
import "../ui/panel.css";
import "../ui/forms.css";
import "./panel.css";

/** 开放数据: what is taken of it, how much that is, and the file. */
export default function DataPanel({ setup }: { setup: Answer<MapSetup> }) {
  const words = usePanelWords();
  const { drawer } = useTaking();
  const desk = useDesk();
  return (
    <>
      <div className="panel-title">
        <h1>{words.title}</h1>
        <p className="quiet">{words.sub}</p>
        {drawer === "closed" && (
          <button type="button" className="button list-button" onClick={() => goTaking({ drawer: "code" })}>
            {words.list}
          </button>
        )}
      </div>
      <Loaded answer={setup}>{({ layers }) => <LayerChoice layers={layers} />}</Loaded>
      <Loaded answer={desk} missing={words.noLayer}>
        {(ready) => <Choices desk={ready} />}
      </Loaded>
    </>
  );
}

function Choices({ desk }: { desk: Desk }) {
  const { collection, columns, work, taking } = desk;
  const count = useCount(taking);
  const { temporal } = collection.extent;
  return (
    <>
      <AreaChoice columns={columns} work={work} />
      {temporal && <TimeChoice interval={temporal.interval[0]} work={work} />}
      <Conditions columns={columns} work={work} refusal={refusalOf(count, "filter")} />
      <ColumnChoice columns={columns} work={work} />
      <FormatChoice work={work} />
      <SystemChoice systems={collection.crs} work={work} />
      <Outcome taking={taking} count={count} />
    </>
  );
}
