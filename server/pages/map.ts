import type { Extent } from "../ogc/crs.ts";
import { type Html, html } from "./html.ts";

/** A map without a script: the features of a page over the outlines of the districts. */

type Position = readonly [number, number];
type Coordinates = Position | readonly Coordinates[];
type Geometry = Readonly<{ type: string; coordinates: Coordinates }>;
export type Drawn = Readonly<{ geometry: Geometry | null; href: string; name: string }>;

const SIZE = { width: 1072, height: 480 };
/** A single point is shown with this much around it, in degrees. */
const LEAST = 0.01;
const ROOM = 1.12;
const METRES_PER_DEGREE = 111_320;

export function mapOf(drawn: readonly Drawn[], ground: readonly Geometry[], label: string): Html {
  const extent = extentOf(
    drawn.flatMap(({ geometry }) => (geometry ? [...positions(geometry.coordinates)] : [])),
  );
  if (!extent) return html``;
  const view = viewOf(extent);
  return html`<svg class="map" viewBox="0 0 ${SIZE.width} ${SIZE.height}" role="group" aria-label="${label}">
<path class="ground" d="${ground.map((outline) => path(outline, view)).join("")}"/>
${drawn.map(
  ({ geometry, href, name }) =>
    geometry && html`<a href="${href}" tabindex="-1"><title>${name}</title>${mark(geometry, view)}</a>`,
)}
${scale(view)}
</svg>`;
}

type View = Readonly<{ x: (longitude: number) => string; y: (latitude: number) => string; metres: number }>;

function viewOf([west, south, east, north]: Extent): View {
  const [longitude, latitude] = [(west + east) / 2, (south + north) / 2];
  const narrowing = Math.cos((latitude * Math.PI) / 180);
  const width = Math.max(east - west, LEAST) * narrowing * ROOM;
  const height = Math.max(north - south, LEAST) * ROOM;
  const degree = Math.min(SIZE.width / width, SIZE.height / height);
  return {
    x: (value) => (SIZE.width / 2 + (value - longitude) * narrowing * degree).toFixed(1),
    y: (value) => (SIZE.height / 2 - (value - latitude) * degree).toFixed(1),
    metres: METRES_PER_DEGREE / degree,
  };
}

function* positions(coordinates: Coordinates): Generator<Position> {
  if (typeof coordinates[0] === "number") yield coordinates as Position;
  else for (const inner of coordinates as readonly Coordinates[]) yield* positions(inner);
}

function extentOf(all: readonly Position[]): Extent | undefined {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of all) {
    west = Math.min(west, x);
    south = Math.min(south, y);
    east = Math.max(east, x);
    north = Math.max(north, y);
  }
  return west <= east ? [west, south, east, north] : undefined;
}

const ring = (line: readonly Position[], { x, y }: View) =>
  `M${line.map(([longitude, latitude]) => `${x(longitude)} ${y(latitude)}`).join("L")}Z`;

const path = ({ type, coordinates }: Geometry, view: View): string => {
  const polygons = (type === "Polygon" ? [coordinates] : coordinates) as readonly (readonly Position[][])[];
  return polygons.flatMap((rings) => rings.map((line) => ring(line, view))).join("");
};

function mark(geometry: Geometry, view: View): Html {
  if (geometry.type !== "Point") return html`<path class="feature" d="${path(geometry, view)}"/>`;
  const [longitude, latitude] = geometry.coordinates as Position;
  return html`<circle class="feature" cx="${view.x(longitude)}" cy="${view.y(latitude)}" r="6"/>`;
}

/** A length that is easily read: 1, 2 or 5 with noughts. */
function scale({ metres }: View): Html {
  const most = metres * 160;
  const power = 10 ** Math.floor(Math.log10(most));
  const length = [5, 2, 1].map((n) => n * power).find((candidate) => candidate <= most) ?? power;
  const right = 16 + length / metres;
  const name = length >= 1000 ? `${length / 1000} km` : `${length} m`;
  const [low, high] = [SIZE.height - 16, SIZE.height - 24];
  return html`<path class="scale" fill="none" d="M16 ${high}V${low}H${right.toFixed(1)}V${high}"/><text x="22" y="${low - 10}">${name}</text>`;
}
