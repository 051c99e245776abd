import type { Cooperation } from "../../domain/api/plan.ts";
import { EMERGING_DISTRICTS } from "../../domain/districts.ts";
import type { Paint, Scene } from "../map/painting.ts";
import type { Language } from "../state/view.ts";
import { linkScene } from "./cooperation/arcs.ts";
import type { PlanView } from "./state.ts";

/** What the plan draws over the layout: one cluster in the districts that carry it, and links of cooperation. */

export const CLUSTER_ROLES = ["main", "cooperating"] as const;
export type ClusterRole = (typeof CLUSTER_ROLES)[number];

/** Main districts are stronger; the letter before their fields says the same. */
export const ROLE_PAINTS = {
  main: "cluster-main",
  cooperating: "cluster-cooperating",
} as const satisfies Record<ClusterRole, Paint>;

type Words = { roleLetters: Readonly<Record<ClusterRole, string>>; between: string };

const clusterAt = ({ clusters }: Cooperation, place: number | null) =>
  place === null ? undefined : clusters[place - 1];

function clusterScene(
  cluster: Cooperation["clusters"][number],
  language: Language,
  words: Words,
): Pick<Scene, "tints" | "details"> {
  const members = CLUSTER_ROLES.flatMap((role) => cluster[role].map((member) => ({ role, ...member })));
  return {
    tints: new Map<string, Paint>([
      ...EMERGING_DISTRICTS.map(({ code }) => [code, "cluster-none"] as const),
      ...members.map(({ district, role }) => [district, ROLE_PAINTS[role]] as const),
    ]),
    details: new Map(
      members.map(({ district, role, fields }) => [
        district,
        `${words.roleLetters[role]} ${fields.map((field) => field[language]).join(words.between)}`,
      ]),
    ),
  };
}

export function sceneOf(
  cooperation: Cooperation,
  view: Pick<PlanView, "cluster" | "links">,
  language: Language,
  words: Words,
): Scene {
  const cluster = clusterAt(cooperation, view.cluster);
  return {
    ...(cluster ? clusterScene(cluster, language, words) : {}),
    ...(view.links ? linkScene(cooperation.links, language) : {}),
  };
}
