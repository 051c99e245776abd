import type { RequestListener } from "node:http";

const PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta http-equiv="refresh" content="2">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>亩图 Mutu</title>
<body style="display: grid; place-content: center; min-height: 90vh; text-align: center; font: 16px/1.6 system-ui">
<h1 style="font-size: 20px">亩图正在准备…</h1>
<p>首次启动约需一分钟，完成后本页自动打开地图。<br><span lang="en">Mutu is getting ready; this page turns into the map by itself.</span></p>
`;

/** What the port answers until the map can: a browser that came early sees a page that tries again by itself. */
export const waitingRoom: RequestListener = (request, response) => {
  response.setHeader("Cache-Control", "no-store");
  if (request.url === "/healthz") {
    response.writeHead(200, { "Content-Type": "text/plain" }).end("ok\n");
    return;
  }
  response.setHeader("Retry-After", "2");
  if (request.headers.accept?.includes("text/html")) {
    response.writeHead(503, { "Content-Type": "text/html; charset=utf-8" }).end(PAGE);
    return;
  }
  response.writeHead(503, { "Content-Type": "application/problem+json" }).end(
    JSON.stringify({
      type: "urn:mutu:problem:preparing",
      title: "Mutu is getting ready",
      status: 503,
      detail:
        "The database is being prepared, which takes up to a minute on the first start. Try again soon.",
    }),
  );
};
