import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Case, CaseFile } from "../../domain/api/cases.ts";
import { createShelf } from "../../server/cases/shelf.ts";
import { type CaseDesk, openCaseDesk } from "../setup/case-desk.ts";
import { databaseKind } from "../setup/place.ts";
import { removeFolder, temporaryFolder } from "../setup/prepared.ts";
import type { Writer } from "../setup/writer.ts";

/** The smallest things that are what they say. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const JPEG = Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb0043000101ffd9", "hex");
const WEBP = Buffer.concat([
  Buffer.from("RIFF"),
  Buffer.from([26, 0, 0, 0]),
  Buffer.from("WEBPVP8L"),
  Buffer.alloc(18),
]);
const HTML = Buffer.from("<!doctype html><script>alert(1)</script>");

/** Where they are in a folder, the database has nothing to do with them. */
const SHELVES = databaseKind === "embedded" ? ["in the database"] : ["in the database", "in a folder"];

describe.each(SHELVES)("files %s", (where) => {
  let desk: CaseDesk;
  let folder: string;
  let one: Case;

  beforeAll(async () => {
    folder = await temporaryFolder();
    desk = await openCaseDesk(where === "in a folder" ? { MUTU_FILES: join(folder, "files") } : {});
    one = await desk.opened();
  });
  afterAll(async () => {
    await desk.close();
    await removeFolder(folder);
  });

  async function attach(
    name: string,
    bytes: Buffer,
    type = "application/octet-stream",
    writer: Writer | null = desk.officers.city,
  ) {
    const response = await fetch(desk.url(`/${one.id}/files?name=${encodeURIComponent(name)}`), {
      method: "POST",
      headers: { ...writer?.token, "Content-Type": type },
      body: new Uint8Array(bytes),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }
  const rows = async () => Number((await desk.knex("case_file").count().first())?.count);

  test.each([
    ["现场照片.png", PNG, "image/png", /^inline/],
    ["合同.pdf", PDF, "application/pdf", /^attachment/],
    ["a.JPG", JPEG, "image/jpeg", /^inline/],
    ["航拍.webp", WEBP, "image/webp", /^inline/],
  ] as const)(
    "%s is attached and comes back as it was, and nothing in it can run",
    async (name, bytes, type, way) => {
      const { status, headers, body } = await attach(name, bytes, type);
      expect(status, JSON.stringify(body)).toBe(201);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      expect(CaseFile.parse(body)).toMatchObject({ name, mediaType: type, bytes: bytes.length, sha256 });
      const address = desk.app.url + headers.get("location");
      const { token } = desk.officers.viewer;
      const got = await fetch(address, { headers: token });
      expect(Buffer.from(await got.arrayBuffer())).toEqual(bytes);
      expect(got.headers.get("content-type")).toBe(type);
      expect(got.headers.get("content-disposition")).toMatch(way);
      expect(got.headers.get("content-disposition")).toContain(encodeURIComponent(name));
      expect(got.headers.get("x-content-type-options")).toBe("nosniff");
      expect(got.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
      const tag = got.headers.get("etag");
      expect(tag).toBe(`"${sha256}"`);
      const known = { "If-None-Match": tag ?? "" };
      expect((await fetch(address, { headers: { ...token, ...known } })).status).toBe(304);
      expect((await fetch(address, { headers: known })).status).toBe(401);
    },
  );

  test.each([
    ["a page that calls itself a picture", "photo.png", HTML, "image/png", 415],
    ["a picture that calls itself a document", "photo.pdf", PNG, "application/octet-stream", 422],
    ["another type in the header", "photo.png", PNG, "text/html", 415],
    ["nothing", "photo.png", Buffer.alloc(0), "image/png", 422],
    ["a name of nothing but a path", "../..", PNG, "image/png", 422],
  ] as const)("refused, and nothing is stored: %s", async (_what, name, bytes, type, expected) => {
    const before = await rows();
    const { status, body } = await attach(name, bytes as Buffer, type);
    expect(status, JSON.stringify(body)).toBe(expected);
    expect(body.zh).toMatch(/\p{Script=Han}/u);
    expect(await rows()).toBe(before);
  });

  test("names lose their folders and what cannot be seen", async () => {
    const { body } = await attach("C:\\secret\\..\\evil\u202egnp.\r\nphoto.png", PNG);
    expect(body.name).toBe("evilgnp.photo.png");
  });

  test("at most 20 MB, whether it is said before or not", async () => {
    const before = await rows();
    const large = Buffer.concat([PNG, Buffer.alloc(21 * 1024 * 1024)]);
    expect(await sent(large, true)).toBe(413);
    expect(await sent(large, false)).toBe(413);
    expect(await rows()).toBe(before);
    const most = Buffer.concat([PNG, Buffer.alloc(20 * 1024 * 1024 - PNG.length)]);
    expect((await attach("most.png", most)).status).toBe(201);
  });

  /** In pieces, with or without its length; a connection that is closed on us is no answer. */
  const sent = (bytes: Buffer, withLength: boolean): Promise<number> =>
    new Promise((resolve, reject) => {
      const { port } = new URL(desk.app.url);
      const length = withLength ? { "Content-Length": bytes.length } : { "Transfer-Encoding": "chunked" };
      const headers = { ...desk.officers.city.token, "Content-Type": "image/png", ...length };
      const path = `/api/cases/${one.id}/files?name=large.png`;
      const asked = request({ port, host: "127.0.0.1", path, method: "POST", headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      asked.on("error", reject);
      asked.end(bytes);
    });

  test("who leaves while sending leaves nothing", async () => {
    const before = await rows();
    const { port } = new URL(desk.app.url);
    const headers = { ...desk.officers.city.token, "Content-Type": "image/png", "Content-Length": 1_000_000 };
    const path = `/api/cases/${one.id}/files?name=half.png`;
    const asked = request({ port, host: "127.0.0.1", path, method: "POST", headers });
    asked.on("error", () => {});
    asked.write(PNG);
    await pause(150);
    asked.destroy();
    await pause(150);
    expect(await rows()).toBe(before);
    expect((await attach("after.png", PNG)).status).toBe(201);
  });

  test("many that come at once wait for each other, and none is turned away", async () => {
    const all = await Promise.all(Array.from({ length: 20 }, (_, i) => attach(`${i}.png`, PNG)));
    expect(all.map(({ status }) => status).filter((status) => status !== 201)).toEqual([]);
  });

  test("only who may act attaches and removes", async () => {
    const { wenjiang, viewer, xindu } = desk.officers;
    expect((await attach("x.png", PNG, "image/png", null)).status).toBe(401);
    expect((await attach("x.png", PNG, "image/png", viewer)).status).toBe(403);
    expect((await attach("x.png", PNG, "image/png", wenjiang)).status).toBe(403);
    const { body } = await attach("x.png", PNG, "image/png", xindu);
    const path = `/${one.id}/files/${body.id}`;
    expect((await desk.get(path)).body.zh).toContain("请先登录");
    expect((await desk.send("DELETE", path, undefined, wenjiang)).status).toBe(403);
    expect((await desk.send("DELETE", path, undefined, xindu)).status).toBe(204);
    expect((await desk.get(path, viewer)).status).toBe(404);
    expect((await desk.send("DELETE", path, undefined, xindu)).status).toBe(404);
    const now = desk.caseOf(await desk.get(`/${one.id}`));
    expect(now.attachments.map(({ id }) => id)).not.toContain(body.id);
    expect(now.files).toBe(now.attachments.length);
    expect(now.events.at(-1)).toMatchObject({
      kind: "file_removed",
      detail: { file: body.id, name: "x.png" },
    });
    const other = await desk.opened();
    expect((await desk.get(`/${other.id}/files/${now.attachments[0]!.id}`, viewer)).status).toBe(404);
  });

  test.runIf(where === "in a folder")("the folder holds each content once, and nothing else", async () => {
    const names = await readdir(join(folder, "files"));
    for (const name of names) {
      expect(name).toMatch(/^[0-9a-f]{64}$/);
      const bytes = await readFile(join(folder, "files", name));
      expect(createHash("sha256").update(bytes).digest("hex")).toBe(name);
    }
    expect(await desk.knex("case_file").whereNotNull("content")).toEqual([]);
  });

  test.runIf(where === "in a folder")("a file that was lost from the folder is told as that", async () => {
    const { headers, body } = await attach("lost.webp", Buffer.concat([WEBP, Buffer.from("lost")]));
    await rm(join(folder, "files", body.sha256));
    const answer = await fetch(desk.app.url + headers.get("location"), {
      headers: desk.officers.viewer.token,
    });
    expect(answer.status).toBe(404);
    expect((await answer.json()).zh).toContain("MUTU_FILES");
  });
});

test("what a killed process left in the folder is swept, and nothing that is still wanted", async () => {
  const folder = await temporaryFolder();
  const [wanted, orphan] = ["a".repeat(64), "b".repeat(64)];
  const old = new Date(Date.now() - 3_600_000);
  await mkdir(join(folder, "kept"));
  for (const name of [wanted, orphan, ".arriving-1", ".arriving-new", "readme.txt"]) {
    await writeFile(join(folder, name), "x");
    if (name !== ".arriving-new") await utimes(join(folder, name), old, old);
  }
  await createShelf(folder).sweep(async <Row>() => [{ sha256: wanted }] as Row[]);
  expect((await readdir(folder)).sort()).toEqual([".arriving-new", wanted, "kept", "readme.txt"]);
  await removeFolder(folder);
});
