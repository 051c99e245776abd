import { Router } from "express";
import { z } from "zod";
import { SourceQuery } from "../../domain/api/source.ts";
import { sendJson } from "../http/caching.ts";
import { notFound } from "../http/problem.ts";
import { parsed } from "../http/validate.ts";
import type { Services } from "../services.ts";
import { documentNamed, passageOf } from "./passages.ts";

const SourceParams = z.strictObject({ file: z.string().max(200) });

/** The clause a fact comes from, with the paragraphs around it. */
export const sources = ({ read }: Services): Router =>
  Router().get(
    "/sources/:file",
    parsed(
      { params: SourceParams, query: SourceQuery },
      async ({ params: { file }, query: { line }, signal }, request, response) => {
        const document = await documentNamed(read, file, signal);
        if (!document) throw notFound(`There is no document ${file}.`);
        const passage = await passageOf(document, line);
        if (!passage) throw notFound(`${file} has no line ${line}.`);
        sendJson(request, response, passage);
      },
    ),
  );
