import { Router } from "express";
import { type CaseFile, FileQuery } from "../../domain/api/cases.ts";
import { may } from "../accounts/may.ts";
import { whoOf } from "../accounts/who.ts";
import { asking } from "../asking.ts";
import { unchanged } from "../http/caching.ts";
import { numbered } from "../http/numbered.ts";
import { invalidBody } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { attachFile, noFile, removeFile } from "./attaching.ts";
import { cleanName, isPicture, kindOfFile } from "./file-kind.ts";
import { refuseStranger } from "./held.ts";
import { oneFile } from "./reading.ts";
import { receiveFile } from "./receiving.ts";
import { createShelf } from "./shelf.ts";

const filed = { params: numbered.params.extend({ file: numbered.params.shape.id }) };

/** Nothing in a file may run, whatever a browser makes of it. */
const HARMLESS = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

type Stored = Pick<CaseFile, "name" | "mediaType" | "sha256"> & { content: Buffer | null };

const CONTENT = `
  select name, media_type as "mediaType", sha256, case when ? then null else content end as content
    from case_file where id = ? and case_id = ? and removed_at is null`;

/** Files (附件) of a case: PDF and pictures. What they show is for those who have an account, also where all else is read without. */
export function fileRoutes({ read, write, config, leaving, log }: Services): Router {
  const shelf = createShelf(config.filesFolder);
  shelf
    .sweep(asking(read, leaving))
    .catch((error: unknown) => log.warn(error, "What was left in the folder of files was not swept"));

  return Router()
    .post(
      "/cases/:id/files",
      may("cases"),
      parsed(
        { ...numbered, query: FileQuery },
        async ({ params: { id }, query, signal }, request, response) => {
          const account = whoOf(request);
          await refuseStranger(asking(read, signal), account, id);
          const name = cleanName(query.name);
          if (name === null) throw nameless();
          const received = await receiveFile(request, signal);
          const declared = (request.get("Content-Type") ?? "").split(";")[0]!.trim().toLowerCase();
          const mediaType = await kindOfFile(received.bytes, name, declared);
          const content = await shelf.keep(received);
          const { sha256 } = received;
          const bytes = received.bytes.length;
          const file = await write(
            (trx) => attachFile(trx, account, id, { name, mediaType, sha256, bytes, content }),
            signal,
          );
          const made = await oneFile(asking(read, signal), id, file);
          response.status(201).location(`/api/cases/${id}/files/${file}`).json(made);
        },
      ),
    )
    .get(
      "/cases/:id/files/:file",
      parsed(filed, async ({ params: { id, file }, signal }, request, response) => {
        whoOf(request);
        const [known] = await read<Stored>(CONTENT, [true, file, id], signal);
        if (!known) throw noFile(id, file);
        response.set({ "Cache-Control": "private, no-cache", "Content-Security-Policy": HARMLESS });
        if (unchanged(request, response, `"${known.sha256}"`)) return;
        const [stored] = await read<Stored>(CONTENT, [false, file, id], signal);
        if (!stored) throw noFile(id, file);
        const bytes = stored.content ?? (await shelf.read(stored.sha256));
        response.attachment(stored.name).type(stored.mediaType);
        if (isPicture(stored.mediaType))
          response.set(
            "Content-Disposition",
            (response.get("Content-Disposition") ?? "").replace(/^attachment/, "inline"),
          );
        response.send(bytes);
      }),
    )
    .delete(
      "/cases/:id/files/:file",
      may("cases"),
      parsed(filed, async ({ params: { id, file }, signal }, request, response) => {
        await write((trx) => removeFile(trx, whoOf(request), id, file), signal);
        response.status(204).end();
      }),
    );
}

const nameless = () =>
  invalidBody("name: nothing is left of it without folders and control characters", {
    zh: "文件名无效",
    errors: [{ field: "name", message: "is no name of a file" }],
  });
