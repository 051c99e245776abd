import type { Response } from "express";
import type { Link } from "./links.ts";

/** Clients refuse headers of more than some sixteen kilobytes, and a filter may be long. */
const MOST = 6_000;

/** Says the links of a body in the header, too (RFC 8288); those that would make it too long are in the body alone. */
export function setLinks(response: Response, links: readonly Link[]): void {
  const said: string[] = [];
  let length = 0;
  for (const { href, rel, type, templated } of links) {
    if (templated) continue;
    const link = `<${href}>; rel="${rel}"${type ? `; type="${type}"` : ""}`;
    length += link.length;
    if (length <= MOST) said.push(link);
  }
  if (said.length > 0) response.append("Link", said);
}
