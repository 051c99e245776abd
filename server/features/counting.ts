import { createHash } from "node:crypto";
import { COUNTED_UP_TO } from "../../domain/open-data.ts";
import { relation } from "../catalog/relation.ts";
import { versionOf } from "../catalog/versions.ts";
import { jointWork } from "../joint-work.ts";
import { createKept } from "../kept.ts";
import type { Services } from "../services.ts";
import type { Ask } from "./ask.ts";

/**
 * How many features a selection has. Of a whole layer it is known; of a part, it is counted once for each version of the layer
 * and only up to a bound, unless all are asked to be counted.
 */

const COUNTS_KEPT = 2_000;

export function createCount({ revisions, read, factsOf }: Pick<Services, "revisions" | "read" | "factsOf">) {
  const counts = createKept<number>(COUNTS_KEPT, () => 1);
  const counting = jointWork<number>();

  /** Undefined where there are more than are counted. */
  return async ({ layer, where }: Ask, exact: boolean, signal: AbortSignal): Promise<number | undefined> => {
    if (where.where === "true") return (await factsOf(layer)).count;
    const asked = JSON.stringify([layer.id, versionOf(layer, revisions), where.where, where.values]);
    const selection = createHash("sha256").update(asked).digest("base64");
    const whole = counts.get(`${selection} exact`);
    if (whole !== undefined) return whole;
    const bounded = counts.get(selection);
    if (bounded !== undefined && (!exact || bounded <= COUNTED_UP_TO)) return told(bounded, exact);
    const name = exact ? `${selection} exact` : selection;
    const count = await counting(name, signal, async (all) => {
      const bound = exact ? "" : `limit ${COUNTED_UP_TO + 1}`;
      const [row] = await read<{ count: number }>(
        `select count(*)::integer as count
           from (select from ${relation(layer, where.columns)} where ${where.where} ${bound}) selected`,
        where.values,
        all,
      );
      counts.set(name, row!.count);
      return row!.count;
    });
    return told(count, exact);
  };
}

const told = (count: number, exact: boolean) => (exact || count <= COUNTED_UP_TO ? count : undefined);
