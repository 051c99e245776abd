import type { Knex } from "knex";
import type { z } from "zod";
import type { AllocationPolicy, NewPolicy } from "../../domain/api/ratings/policies.ts";
import type { SignedIn } from "../accounts/who.ts";
import { audit } from "../audit.ts";
import { conflict, notFound } from "../http/problem.ts";
import type { Read } from "../read.ts";

export const POLICIES = `
  select id, field, grades, measure, measure_en as "measureEn", basis, source, scope, valid_from as "validFrom",
         valid_to as "validTo", shipped
    from allocation_policy`;

export const policyStore = (read: Read) => ({
  list: (signal: AbortSignal) =>
    read<AllocationPolicy>(`${POLICIES} order by scope desc, field, id`, [], signal),

  async one(id: number, signal: AbortSignal): Promise<AllocationPolicy | undefined> {
    return (await read<AllocationPolicy>(`${POLICIES} where id = ?`, [id], signal))[0];
  },
});

const subject = (id: number) => `allocation_policy ${id}`;

export async function addPolicy(
  trx: Knex.Transaction,
  who: SignedIn,
  policy: z.output<typeof NewPolicy>,
): Promise<number> {
  const { field, grades, measure, basis, scope, validFrom, validTo } = policy;
  const [stored] = await trx("allocation_policy")
    .insert({
      field,
      grades: [...new Set(grades)].sort(),
      measure,
      basis,
      scope,
      valid_from: validFrom ?? null,
      valid_to: validTo ?? null,
    })
    .returning("*");
  await audit(trx, who, {
    action: "allocation_policy.create",
    subject: subject(stored.id),
    before: null,
    after: stored,
  });
  return stored.id;
}

export async function removePolicy(trx: Knex.Transaction, who: SignedIn, id: number): Promise<void> {
  const before = await trx("allocation_policy").where({ id }).forUpdate().first();
  if (!before) throw notFound(`There is no policy entry ${id}.`);
  if (before.shipped)
    throw conflict(`Entry ${id} came with Mutu and stays as a reference; add your own beside it.`, {
      zh: "这是随软件提供的参考条目，不能删除；可另行添加本地条目。",
    });
  await trx("allocation_policy").where({ id }).delete();
  await audit(trx, who, { action: "allocation_policy.remove", subject: subject(id), before, after: null });
}
