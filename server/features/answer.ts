import type { Response } from "express";
import { streamed } from "../http/streamed.ts";
import type { Link } from "../ogc/links.ts";

/** Writes a feature collection while it is still being read, so that no answer is ever held in memory whole. */

type Batch = { features: string[]; next: number | null };
type About = { numberMatched: number; links: (next: number | null) => Link[] };

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
  let next: number | null = null;
  for await (const batch of batches) {
    const opening =
      returned === 0 ? `${head(numberMatched)}"features":[` : batch.features.length > 0 ? "," : "";
    yield opening + batch.features.join(",");
    returned += batch.features.length;
    next = batch.next;
  }
  yield `],"numberReturned":${returned},"links":${JSON.stringify(links(next))}}`;
}

const head = (numberMatched: number) =>
  `{"type":"FeatureCollection","timeStamp":"${new Date().toISOString()}","numberMatched":${numberMatched},`;
