import { lazy, type ReactNode, Suspense } from "react";
import type { Layout } from "../../domain/api/layout.ts";
import type { MapLayer, MapSetup } from "../../domain/api/map.ts";
import { useAmounts, useText } from "../language/use-language.ts";
import { ColourLegend } from "../layout/colour-legend.tsx";
import { FIRMS_FROM_ZOOM } from "../map/layers/enterprises.ts";
import { isDesigned, isSlack } from "../map/subjects.ts";
import { adjust, go, useView } from "../state/store.ts";
import { isShown, toggled, type View } from "../state/view.ts";
import { Icon } from "../ui/icon.tsx";
import {
  EnterpriseLegend,
  LandUseLegend,
  ParkLegend,
  PlainLegend,
  QuietLegend,
  WorkshopLegend,
} from "./legends.tsx";
import { useLayerWords } from "./words/layers.ts";
import "./layers.css";

const PlanLegend = lazy(() => import("../plan/cooperation/layer-legend.tsx"));

/** Which layers are shown, how strongly, and what their colours mean. */
export default function LayerPanel(props: { setup: MapSetup; layout: Layout; close: () => void }) {
  const { setup, layout, close } = props;
  const told = useLayerWords();
  const view = useView();
  const changed = view.hidden.size + view.shown.size + view.opacity.size > 0;
  return (
    <section className="layer-panel card" aria-label={told.title}>
      <header>
        <h1>{told.title}</h1>
        {changed && (
          <button
            type="button"
            className="link"
            onClick={() => go({ hidden: new Set(), shown: new Set(), opacity: new Map() })}
          >
            {told.reset}
          </button>
        )}
        <button type="button" className="icon-button" aria-label={told.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <ul>
        {setup.layers
          .filter(({ id }) => isOffered(id, view))
          .map((layer) => (
            <LayerRow
              key={layer.id}
              layer={layer}
              legend={<Legend layer={layer} setup={setup} layout={layout} />}
            />
          ))}
      </ul>
    </section>
  );
}

/** The slack theme draws its own layers always, and no firms. */
const isOffered = (id: string, { theme, slack }: Pick<View, "theme" | "slack">) =>
  theme !== "slack"
    ? !(theme === "share" && id === "enterprises")
    : !(isSlack(id) || id === "enterprises" || (id === "workshops" && slack.drawer === "workshops"));

function LayerRow({ layer, legend }: { layer: MapLayer; legend: ReactNode }) {
  const told = useLayerWords();
  const text = useText();
  const amounts = useAmounts();
  const view = useView();
  const { opacity } = view;
  const shown = isShown(view, layer.id);
  const percent = opacity.get(layer.id) ?? 100;
  const name = text(layer.title);
  const setOpacity = (value: number) => {
    const next = new Map(opacity);
    if (value === 100) next.delete(layer.id);
    else next.set(layer.id, value);
    adjust({ opacity: next });
  };
  return (
    <li className={shown ? "" : "off"}>
      <div className="layer-row">
        <button
          type="button"
          className="icon-button"
          aria-pressed={shown}
          aria-label={told.show(name)}
          onClick={() => go(toggled(view, layer.id))}
        >
          <Icon name={shown ? "eye" : "eyeOff"} size={18} />
        </button>
        <span className="layer-name">
          {name} <span className="quiet">{layer.count ? amounts.count(layer.count) : told.empty}</span>
        </span>
        <input
          type="range"
          min={0}
          max={100}
          step={5}
          value={percent}
          disabled={!shown}
          aria-label={told.opacity(name)}
          onChange={(event) => setOpacity(Number(event.target.value))}
        />
        <span className="percent quiet">{percent}%</span>
      </div>
      {shown && legend}
    </li>
  );
}

const drawnIn = ({ parks }: Layout) => parks.filter(({ labelPoint }) => labelPoint).length;

/** What the colours of a layer mean, and where it can't be seen from here, why. */
function Legend({ layer, setup, layout }: { layer: MapLayer; setup: MapSetup; layout: Layout }) {
  const told = useLayerWords();
  const { at, theme } = useView();
  if (
    (theme === "yield" || theme === "slack" || theme === "share") &&
    isDesigned(layer.id) &&
    layer.id !== "workshops"
  )
    return <QuietLegend layer={layer} theme={theme} drawn={drawnIn(layout)} />;
  switch (layer.id) {
    case "districts":
      return theme === "plan" ? (
        <Suspense>
          <PlanLegend layout={layout} />
        </Suspense>
      ) : (
        <ColourLegend layout={layout} />
      );
    case "parks":
      return <ParkLegend drawn={drawnIn(layout)} />;
    case "parcels":
      return <LandUseLegend />;
    case "workshops":
      return <WorkshopLegend />;
    case "enterprises":
      return (
        <>
          <EnterpriseLegend />
          {at && at.zoom < FIRMS_FROM_ZOOM && <p className="fine quiet hint">{told.zoomToSee}</p>}
        </>
      );
    default:
      return <PlainLegend setup={setup} layer={layer} />;
  }
}
