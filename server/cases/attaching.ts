import type { Knex } from "knex";
import type { CaseFile } from "../../domain/api/cases.ts";
import type { SignedIn } from "../accounts/who.ts";
import { audit } from "../audit.ts";
import { conflict, notFound } from "../http/problem.ts";
import { holdCase, recordEvent } from "./held.ts";

/** Files put to a case and taken off it; one that was taken off stays stored, for the record. */

const MOST_FILES = 200;

type Attachment = Pick<CaseFile, "name" | "mediaType" | "sha256" | "bytes"> & { content: Buffer | null };

export async function attachFile(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  { name, mediaType, sha256, bytes, content }: Attachment,
): Promise<number> {
  const held = await holdCase(trx, account, id);
  if (held.files >= MOST_FILES)
    throw conflict(`Case ${id} has ${MOST_FILES} files, the most there can be.`, {
      zh: `每个案件最多 ${MOST_FILES} 个附件。`,
    });
  const row = { case_id: id, account_id: account.id, name, media_type: mediaType, bytes, sha256 };
  const [stored] = await trx("case_file")
    .insert({ ...row, content })
    .returning("id");
  await recordEvent(trx, account, id, "file_added", { wrote: { file: stored.id, name } });
  await audit(trx, account, {
    action: "case.attach",
    subject: `case ${id}`,
    before: null,
    after: { file: stored.id, name, media_type: mediaType, bytes, sha256 },
  });
  return stored.id;
}

export const noFile = (id: number, file: number) =>
  notFound(`Case ${id} has no file ${file}.`, { zh: `第 ${id} 号案件没有该附件。` });

export async function removeFile(
  trx: Knex.Transaction,
  account: SignedIn,
  id: number,
  file: number,
): Promise<void> {
  await holdCase(trx, account, id);
  const [removed] = await trx("case_file")
    .where({ id: file, case_id: id })
    .whereNull("removed_at")
    .update({ removed_at: trx.fn.now() })
    .returning(["id", "name", "sha256"]);
  if (!removed) throw noFile(id, file);
  await recordEvent(trx, account, id, "file_removed", { wrote: { file, name: removed.name } });
  await audit(trx, account, {
    action: "case.detach",
    subject: `case ${id}`,
    before: { file, name: removed.name, sha256: removed.sha256 },
    after: null,
  });
}
