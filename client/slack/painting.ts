import type { CandidateMarks } from "../../domain/api/screening.ts";
import { CASE_STATES } from "../../domain/cases/states.ts";
import type { Paint, Painting } from "../map/painting.ts";
import { FILTERED_OUT, UNKNOWN } from "../map/unclassed.ts";
import { candidateKinds } from "./query.ts";
import { type SlackView, URGENCY_ORDER } from "./state.ts";

/** How candidates are classed and coloured, on the map and in the legend. */

export type SlackClass = { id: string; paint: Paint; filtered: boolean; parcels: number; area_m2: number };

const KIND_ORDER = ["idle", "inefficient"] as const;
const STATE_ORDER = ["none", ...CASE_STATES] as const;

type Coloured = Pick<SlackView, "by" | "kinds" | "urgencies" | "states">;

const ORDERS = { kind: KIND_ORDER, urgency: URGENCY_ORDER, state: STATE_ORDER } as const;

const paintOf = (by: SlackView["by"], id: string): Paint => `${by}-${id.replace("_", "-")}` as Paint;

/** Of the candidate at that place, what it is coloured by. */
function idAt(marks: CandidateMarks, by: SlackView["by"], place: number): string {
  if (by === "kind") return marks.kinds[place] ?? "idle";
  if (by === "urgency") return marks.urgencies[place] ?? "none";
  return marks.states[place] ?? "none";
}

const chosenOf = ({ by, kinds, urgencies, states }: Coloured): readonly string[] =>
  by === "kind" ? candidateKinds({ kinds }) : by === "urgency" ? urgencies : states;

/** Classes in their order, with the parcels of each; all of them, also those that are filtered out or empty. */
export function classesOf(marks: CandidateMarks, view: Coloured): SlackClass[] {
  const chosen = chosenOf(view);
  const classes = ORDERS[view.by].map(
    (id): SlackClass => ({
      id,
      paint: paintOf(view.by, id),
      filtered: chosen.length > 0 && !chosen.includes(id),
      parcels: 0,
      area_m2: 0,
    }),
  );
  const byId = new Map(classes.map((one) => [one.id, one]));
  for (let place = 0; place < marks.parcels.length; place++) {
    const one = byId.get(idAt(marks, view.by, place));
    if (!one) continue;
    one.parcels++;
    one.area_m2 += marks.areas_m2[place] ?? 0;
  }
  return classes;
}

/** What a candidate is, for who points at it. */
export type Candidate = {
  kind: CandidateMarks["kinds"][number];
  rules: CandidateMarks["rules"][number];
  days: number | null;
  urgency: CandidateMarks["urgencies"][number];
  state: CandidateMarks["states"][number];
};

function candidateAt(marks: CandidateMarks, place: number): Candidate {
  return {
    kind: marks.kinds[place] ?? "idle",
    rules: marks.rules[place] ?? [],
    days: marks.days[place] ?? null,
    urgency: marks.urgencies[place] ?? "none",
    state: marks.states[place] ?? null,
  };
}

let painted = 0;

export function paintingOf(
  marks: CandidateMarks,
  view: Coloured,
  say: (candidate: Candidate) => { text: string; mark: string },
): Painting {
  const classes = classesOf(marks, view);
  const indexOf = new Map(classes.map(({ id }, i) => [id, i]));
  const places = new Map(marks.parcels.map((code, place) => [code, place]));
  const classAt = (place: number) => {
    const index = indexOf.get(idAt(marks, view.by, place));
    if (index === undefined) return UNKNOWN;
    return classes[index]?.filtered ? FILTERED_OUT : index;
  };
  return {
    theme: "slack",
    key: `slack ${++painted}`,
    layers: ["idle-candidates"],
    paints: classes.map(({ paint }) => paint),
    async classesOf(_, codes) {
      // A candidate that the filter leaves out has no marks, and stays on the map as a shade.
      return Uint8Array.from(codes, (code) => {
        const place = places.get(code);
        return place === undefined ? FILTERED_OUT : classAt(place);
      });
    },
    async told(_, code) {
      const place = places.get(code);
      if (place === undefined) return null;
      const { text, mark } = say(candidateAt(marks, place));
      return { grade: null, mark, text };
    },
  };
}
