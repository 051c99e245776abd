import type { Agenda, CasesAgenda } from "../../domain/api/cases.ts";
import { isOverdue } from "../../domain/cases/deadlines.ts";
import { isOpen } from "../../domain/cases/machine.ts";
import { CASE_STATES } from "../../domain/cases/states.ts";
import type { SignedIn } from "../accounts/who.ts";
import type { Ask } from "../asking.ts";
import { today } from "../today.ts";
import { deadlineOfRow, type SlimRow } from "./records.ts";
import { slimRows } from "./selection.ts";

/** What waits for officers: the open cases, and how many of them are due soon or were due. */

const OPEN = CASE_STATES.filter(isOpen);

function agendaOf(rows: readonly SlimRow[], on: string): Agenda {
  const deadlines = rows.map((row) => deadlineOfRow(row, on));
  const within = (most: number) =>
    deadlines.filter((one) => one !== null && one.days >= 0 && one.days <= most).length;
  return {
    open: rows.length,
    within30: within(30),
    within90: within(90),
    overdue: deadlines.filter(isOverdue).length,
  };
}

export async function agendaFor(ask: Ask, account: SignedIn | undefined): Promise<CasesAgenda> {
  const on = today();
  const open = await slimRows(ask, { state: OPEN }, null);
  const mine = open.filter(({ assignee_id }) => assignee_id === account?.id);
  return {
    all: agendaOf(open, on),
    mine: account?.rights.includes("cases") ? agendaOf(mine, on) : null,
  };
}
