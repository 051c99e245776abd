import { resolve } from "node:path";
import { expect, test } from "vitest";
import { readConfig } from "../../server/config.ts";
import { Refusal } from "../../server/refusal.ts";

const refusalOf = (environment: NodeJS.ProcessEnv): Refusal => {
  try {
    readConfig(environment, false);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("The environment was accepted.");
};

test("an empty environment is enough", () => {
  expect(readConfig({}, false)).toEqual({
    port: 3000,
    host: "127.0.0.1",
    databaseUrl: null,
    dataDirectory: resolve(".mutu"),
    basemap: null,
    trustProxy: false,
    demonstration: true,
    read: "public",
    licence: null,
    provider: null,
    filesFolder: null,
    logLevel: "info",
  });
});

test("the log keeps quiet on a terminal unless told otherwise", () => {
  expect(readConfig({}, true).logLevel).toBe("warn");
  expect(readConfig({ LOG_LEVEL: "debug" }, true).logLevel).toBe("debug");
});

test("an empty variable counts as one that is not set", () => {
  expect(readConfig({ DATABASE_URL: "", PORT: "", MUTU_BASEMAP: "" }, false)).toEqual(readConfig({}, false));
});

test("a tile address keeps its placeholders", () => {
  const basemap = "https://tiles.example/{z}/{x}/{y}.png?key=1";
  expect(readConfig({ MUTU_BASEMAP: basemap }, false).basemap).toBe(basemap);
});

test.each([
  ["PORT", "eighty"],
  ["PORT", "70000"],
  ["PORT", "-1"],
  ["DATABASE_URL", "mysql://localhost/mutu"],
  ["DATABASE_URL", "localhost"],
  ["MUTU_BASEMAP", "file:///etc/passwd"],
  ["MUTU_DEMO", "maybe"],
  ["MUTU_TRUST_PROXY", "yes"],
  ["MUTU_READ", "private"],
  ["LOG_LEVEL", "loud"],
])("%s=%s is refused in one line that names it", (name, value) => {
  const refusal = refusalOf({ [name]: value });
  expect(refusal.message).toMatch(new RegExp(`^${name} must [^\n]*\\.$`));
  expect(refusal.exitCode).toBe(2);
});

test("an identity provider is configured wholly or not at all", () => {
  const whole = {
    MUTU_OIDC_ISSUER: "https://login.example.cn/realms/city",
    MUTU_OIDC_CLIENT_ID: "mutu",
    MUTU_OIDC_CLIENT_SECRET: "between us",
    MUTU_URL: "https://map.example.cn",
  };
  expect(readConfig(whole, false).provider).toEqual({
    issuer: "https://login.example.cn/realms/city",
    clientId: "mutu",
    clientSecret: "between us",
    ownAddress: "https://map.example.cn/",
  });
  for (const name of Object.keys(whole)) {
    const refusal = refusalOf({ ...whole, [name]: "" });
    expect(refusal.message).toMatch(new RegExp(`set ${name}, too`));
    expect(refusal.message).not.toContain("between us");
  }
});

test("a refusal does not repeat a password", () => {
  expect(refusalOf({ DATABASE_URL: "postgres//mutu:secret@db/mutu" }).message).not.toContain("secret");
});

test("a misspelt setting is pointed out", () => {
  expect(refusalOf({ MUTU_DATE: "/data" }).message).toMatch(/^MUTU_DATE is not a setting .*MUTU_DATA/);
});
