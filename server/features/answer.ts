import type { Response } from "express";
import { streamed } from "../http/streamed.ts";
import type { Link } from "../ogc/links.ts";
import type { Batch } from "./store.ts";

/** Writes a feature collection while it is still being read, so that no answer is ever held in memory whole. */

type About = { numberMatched: number | undefined; links: readonly Link[] };

export async function writeFeatures(
  response: Response,
  batches: AsyncIterable<Batch>,
  about: About,
  signal: AbortSignal,
) {
  await streamed(response, written(batches, about), signal);
}

async function* written(batches: AsyncIterable<Batch>, { numberMatched, links }: About) {
  let returned = 0;
  for await (const { text, count } of batches) {
    yield returned === 0 ? `${head(numberMatched)}"features":[` : ",";
    yield text;
    returned += count;
  }
  yield `],"numberReturned":${returned},"links":${JSON.stringify(links)}}`;
}

const head = (numberMatched: number | undefined) => {
  const matched = numberMatched === undefined ? "" : `"numberMatched":${numberMatched},`;
  return `{"type":"FeatureCollection","timeStamp":"${new Date().toISOString()}",${matched}`;
};
