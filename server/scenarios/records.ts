import type { z } from "zod";
import type { Scenario, ScenarioSummary } from "../../domain/api/shares.ts";
import type { SignedIn } from "../accounts/who.ts";
import type { Ask } from "../asking.ts";
import { notFound } from "../http/problem.ts";

/** Scenarios as they are stored, and as whoever asks sees them. */

type Summary = z.infer<typeof ScenarioSummary>;
type Stored = {
  account_id: number | null;
  created_at: Date;
  changed_at: Date;
};
type SummaryRow = Omit<Summary, "mayChange" | "createdAt" | "changedAt"> & Stored;
type Row = Omit<Scenario, "mayChange" | "createdAt" | "changedAt"> & Stored;

const KEPT = `
  s.id, s.version, s.name, s.note, s.year, s.account_id, a.display_name as "createdBy", s.created_at, s.changed_at, s.synthetic`;
const FROM = "scenario s left join account a on a.id = s.account_id";

/** Its maker, and administrators; what the program made belongs to nobody. */
const mayChange = (account: SignedIn | undefined, { account_id }: Pick<Stored, "account_id">): boolean =>
  account?.rights.includes("scenarios") === true &&
  (account.role === "administrator" || account_id === account.id);

const seen = <R extends Stored>(
  { account_id, created_at, changed_at, ...row }: R,
  account: SignedIn | undefined,
) => ({
  ...row,
  createdAt: created_at.toISOString(),
  changedAt: changed_at.toISOString(),
  mayChange: mayChange(account, { account_id }),
});

export async function allScenarios(ask: Ask, account: SignedIn | undefined): Promise<Summary[]> {
  const rows = await ask<SummaryRow>(
    `select ${KEPT}, jsonb_array_length(s.steps) as steps from ${FROM} order by s.changed_at desc, s.id desc`,
    [],
  );
  return rows.map((row) => seen(row, account));
}

export async function oneScenario(ask: Ask, id: number, account: SignedIn | undefined): Promise<Scenario> {
  const [row] = await ask<Row>(`select ${KEPT}, s.switches, s.steps from ${FROM} where s.id = ?`, [id]);
  if (!row) throw noScenario(id);
  return seen(row, account);
}

export const noScenario = (id: number) =>
  notFound(`There is no scenario ${id}.`, { zh: `没有第 ${id} 号情景。` });
