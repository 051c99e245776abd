import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { boardOf, districtOfTarget, inOrder } from "../../../domain/plan/targets.ts";
import { taskRefusals } from "../../../domain/plan/tasks.ts";
import { usedAt } from "../../../domain/plan/tools.ts";

test("the name of a target tells its board, its place there and whose it is", () => {
  const ids = [
    "LT-2",
    "plan-145-10",
    "plan-155-10",
    "revenue-2030-510114",
    "plan-155-5a",
    "plan-155-5",
    "text-155-x",
  ];
  expect([...ids].sort(inOrder)).toEqual([
    ...["plan-155-5", "plan-155-5a", "plan-155-10", "plan-145-10"],
    ...["revenue-2030-510114", "text-155-x", "LT-2"],
  ]);
  expect(ids.map(boardOf)).toEqual([
    ...["land", "plan_145", "plan_155", "districts_2030", "plan_155", "plan_155", "text_155"],
  ]);
  expect([districtOfTarget("revenue-2030-510114"), districtOfTarget("plan-155-1")]).toEqual(["510114", null]);
});

test("a task ends after it begins and not before its year, and what is done is whole", () => {
  const task = {
    year: 2026,
    begins_on: "2026-03-01",
    due_on: "2026-12-31",
    state: "done",
    progress: 100,
  } as const;
  expect(taskRefusals(task)).toEqual([]);
  expect(taskRefusals({ ...task, due_on: "2027-06-30" })).toEqual([]);
  const wrong = taskRefusals({ ...task, due_on: "2025-12-31", progress: 99 });
  expect(wrong.map(({ field }) => field)).toEqual(["due_on", "due_on", "progress"]);
});

test("every place of an instrument is one that the documents have an instrument for", () => {
  const facts = JSON.parse(readFileSync(new URL("../../../data/policy-facts.json", import.meta.url), "utf8"));
  const ids: string[] = facts.land_policy_tools.map(({ id }: { id: string }) => id);
  expect(ids.filter((id) => usedAt(id).length > 0)).toHaveLength(25);
  expect(usedAt("T99")).toEqual([]);
});
