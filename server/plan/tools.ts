import type { PolicyTools } from "../../domain/api/plan.ts";
import type { Source } from "../../domain/api/source.ts";
import { usedAt } from "../../domain/plan/tools.ts";
import type { Ask } from "../asking.ts";
import { bilingual } from "./english.ts";

/** The instruments of the documents, with their clauses and where the program works with them. */

type Row = {
  id: string;
  name: string;
  name_en: string;
  category: string;
  use: string | null;
  sources: Source[];
};

const TOOLS = "select id, name, name_en, category, use, sources from policy_tool order by id";

export async function policyTools(ask: Ask): Promise<PolicyTools> {
  const text = await bilingual(ask);
  const rows = await ask<Row>(TOOLS, []);
  return {
    tools: rows.map(({ id, name, name_en, category, use, sources }) => {
      const en = name_en.replace(/^[a-z](?=[a-z])/, (first) => first.toUpperCase());
      return { id, name: { zh: name, en }, category: text(category), use, used: usedAt(id), sources };
    }),
  };
}
