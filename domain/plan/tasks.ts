import type { NewTask, PlanTask } from "../api/plan.ts";
import type { Column } from "../columns.ts";
import { type Refusal, refusalsOf } from "../refusal.ts";

/** Tasks of the three lists (三张清单): what cannot be so of one, and how they are listed. */

type State = PlanTask["state"];

export const taskRefusals = ({
  year,
  begins_on,
  due_on,
  state,
  progress,
}: Pick<NewTask, "year" | "begins_on" | "due_on" | "state" | "progress">): Refusal[] =>
  refusalsOf([
    [
      begins_on !== null && begins_on > due_on,
      "due_on",
      `is before it begins, on ${begins_on}`,
      `完成时限不能早于开始日期（${begins_on}）`,
    ],
    [
      Number(due_on.slice(0, 4)) < year,
      "due_on",
      `is before the year ${year} whose list it stands in`,
      `完成时限不能早于所在清单的年度（${year} 年）`,
    ],
    [
      state === "done" && progress !== 100,
      "progress",
      "what is done is done to 100 percent",
      "已完成的任务，进度应为 100%",
    ],
  ]);

/** No day is late for a task that has come to its end. */
export const ENDED: readonly State[] = ["done", "dropped"];

const STATE_NAMES: Readonly<Record<State, string>> = {
  planned: "未启动",
  under_way: "推进中",
  done: "已完成",
  delayed: "滞后",
  dropped: "已取消",
};

/** A task with the name of its district; null for the city. */
export type ListedTask = PlanTask & { district: string | null };
type TaskColumn = Column<ListedTask>;

const NAMED: readonly TaskColumn[] = [
  { title: "编号", cell: ({ id }) => id },
  { title: "年度", cell: ({ year }) => year },
  { title: "区县", cell: ({ district }) => district ?? "成都市" },
  { title: "任务", cell: ({ title }) => title },
];

const POINTS: readonly TaskColumn[] = [
  { title: "任务要点", cell: ({ points }) => points },
  {
    title: "依据",
    cell: ({ source }) => source && `${source.section}${source.evidence ? `：“${source.evidence}”` : ""}`,
  },
];

const RESPONSIBLE: readonly TaskColumn[] = [
  { title: "责任主体", cell: ({ responsible }) => responsible },
  { title: "配合单位", cell: ({ cooperating }) => cooperating },
];

const PROGRESS: readonly TaskColumn[] = [
  { title: "开始日期", cell: ({ begins_on }) => begins_on },
  { title: "完成时限", cell: ({ due_on }) => due_on },
  { title: "实施进度", cell: ({ state }) => STATE_NAMES[state] },
  { title: "完成比例（%）", cell: ({ progress }) => progress },
  { title: "是否逾期", cell: ({ overdue }) => (overdue ? "逾期" : "") },
  { title: "进展说明", cell: ({ note }) => note },
];

const NATURE: TaskColumn = {
  title: "备注（数据性质）",
  cell: ({ synthetic }) => (synthetic ? "演示数据 synthetic" : ""),
};

/** All in one table, and the three lists that the plan asks for. */
export const WHOLE_LIST: readonly TaskColumn[] = [...NAMED, ...POINTS, ...RESPONSIBLE, ...PROGRESS, NATURE];
export const THREE_LISTS: readonly (readonly [name: string, columns: readonly TaskColumn[]])[] = [
  ["任务要点清单", [...NAMED, ...POINTS, NATURE]],
  ["责任主体清单", [...NAMED, ...RESPONSIBLE, NATURE]],
  ["实施进度清单", [...NAMED, ...PROGRESS, NATURE]],
];
