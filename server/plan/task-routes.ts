import { Router } from "express";
import { NewTask, TaskChange, TaskListQuery, TaskQuery, VersionQuery } from "../../domain/api/plan.ts";
import { type ListedTask, THREE_LISTS, WHOLE_LIST } from "../../domain/plan/tasks.ts";
import { may } from "../accounts/may.ts";
import { whoOf } from "../accounts/who.ts";
import { type Ask, asking } from "../asking.ts";
import { sendJson } from "../http/caching.ts";
import { numbered } from "../http/numbered.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { sheetOf, writeSpreadsheet, writeWorkbook } from "../spreadsheet.ts";
import { today } from "../today.ts";
import { addTask, changeTask, removeTask } from "./task-work.ts";
import { oneTask, taskList, tasksOf } from "./tasks.ts";

async function listedTasks(ask: Ask, query: TaskQuery): Promise<ListedTask[]> {
  const known = await ask<{ code: string; name: string }>("select code, name from district", []);
  const names = new Map(known.map(({ code, name }) => [code, name]));
  const tasks = await tasksOf(ask, query);
  return tasks.map((task) => ({ ...task, district: names.get(task.district_code ?? "") ?? null }));
}

/** The three lists (三张清单): tasks, who is responsible, and how far they are. */
export const taskRoutes = ({ read, write }: Services): Router =>
  Router()
    .get(
      "/plan/tasks",
      parsed({ query: TaskQuery }, async ({ query, signal }, request, response) => {
        sendJson(request, response, await taskList(asking(read, signal), query));
      }),
    )
    .get(
      "/plan/tasks/list",
      parsed({ query: TaskListQuery }, async ({ query: { f, ...query }, signal }, _request, response) => {
        const tasks = await listedTasks(asking(read, signal), query);
        const file = `规划任务三张清单-${today()}`;
        if (f === "csv")
          await writeSpreadsheet(response, f, file, sheetOf("三张清单", WHOLE_LIST, [tasks]), signal);
        else
          await writeWorkbook(
            response,
            file,
            THREE_LISTS.map(([name, columns]) => sheetOf(name, columns, [tasks])),
          );
      }),
    )
    .post(
      "/plan/tasks",
      may("plan"),
      parsed({ body: NewTask }, async ({ body, signal }, request, response) => {
        const id = await write((trx) => addTask(trx, whoOf(request), body), signal);
        response
          .status(201)
          .location(`/api/plan/tasks/${id}`)
          .json(await oneTask(asking(read, signal), id));
      }),
    )
    .get(
      "/plan/tasks/:id",
      parsed(numbered, async ({ params: { id }, signal }, request, response) => {
        sendJson(request, response, await oneTask(asking(read, signal), id));
      }),
    )
    .put(
      "/plan/tasks/:id",
      may("plan"),
      parsed(
        { ...numbered, body: TaskChange },
        async ({ params: { id }, body, signal }, request, response) => {
          await write((trx) => changeTask(trx, whoOf(request), id, body), signal);
          response.json(await oneTask(asking(read, signal), id));
        },
      ),
    )
    .delete(
      "/plan/tasks/:id",
      may("plan"),
      parsed(
        { ...numbered, query: VersionQuery },
        async ({ params: { id }, query, signal }, request, response) => {
          await write((trx) => removeTask(trx, whoOf(request), id, query.version), signal);
          response.status(204).end();
        },
      ),
    );
