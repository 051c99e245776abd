import { useEffect, useRef } from "react";
import { useMedia } from "../state/media.ts";
import { type ChartOption, createChart, type EChart } from "./engine.ts";
import "./charts.css";

/** What was clicked: the series and item, as they stand in the option; of a flow chart, whether it is a flow. */
export type Click = { series: number; item: number; flow: boolean };

/**
 * A chart that fills its place. It is a picture: what it says in words and numbers stands in the table beside it. `overlay` is laid
 * over the option by the ids of its parts, and does not disturb how far the chart is zoomed.
 */
export function Chart(props: {
  option: ChartOption;
  overlay?: ChartOption;
  label: string;
  click?: (click: Click) => void;
}) {
  const { option, overlay, label, click } = props;
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChart | null>(null);
  const drawn = useRef<ChartOption | null>(null);
  const still = useMedia("(prefers-reduced-motion: reduce)");
  const clicked = useRef(click);
  clicked.current = click;

  useEffect(() => {
    if (!place.current) return;
    const made = createChart(place.current);
    chart.current = made;
    drawn.current = null;
    made.on("click", ({ seriesIndex = 0, dataIndex, dataType }) =>
      clicked.current?.({ series: seriesIndex, item: dataIndex, flow: dataType === "edge" }),
    );
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(place.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    if (drawn.current !== option)
      chart.current?.setOption({ animation: !still, animationDuration: 240, ...option }, { notMerge: true });
    drawn.current = option;
    if (overlay) chart.current?.setOption(overlay);
  }, [option, overlay, still]);

  return <div ref={place} className="chart-canvas" role="img" aria-label={label} />;
}
