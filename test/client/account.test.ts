import { expect, test } from "vitest";
import { matches, stateOf, type Wanted } from "../../client/account/accounts/matching.ts";
import { changesOf } from "../../client/account/audit/difference.ts";
import { initials } from "../../client/account/initials.ts";
import { momentOf } from "../../client/language/days.ts";
import type { Account } from "../../domain/api/accounts.ts";

test("a circle shows the given name of somebody Chinese, and the first letters of all others", () => {
  expect(initials("王小敏")).toBe("小敏");
  expect(initials("王敏")).toBe("王敏");
  expect(initials("欧阳")).toBe("欧阳");
  expect(initials("Jane van Doe")).toBe("JD");
  expect(initials("jane.doe@bureau")).toBe("JB");
  expect(initials("jane")).toBe("J");
  expect(initials(" 张 ")).toBe("张");
  expect(initials("")).toBe("");
});

test("moments are told by Chengdu's clock, wherever the reader is", () => {
  expect(momentOf("2026-11-21T17:52:09Z")).toBe("2026-11-22 01:52");
});

test("an entry of the audit says which values changed, and from what to what", () => {
  const before = { role: "viewer", district: null, scopes: ["cases"], terms: { notice: 7, by: "甲" } };
  const after = { role: "planner", district: null, scopes: ["cases"], terms: { notice: 10, by: "甲" } };
  expect(changesOf(before, after)).toEqual([
    { path: ["role"], before: "viewer", after: "planner" },
    { path: ["terms", "notice"], before: 7, after: 10 },
  ]);
});

test("what was made has no values before, what was removed none after, and what was empty is not told", () => {
  expect(changesOf(null, { name: "日报", expiresAt: null, disabled: false })).toEqual([
    { path: ["name"], before: undefined, after: "日报" },
  ]);
  expect(changesOf({ name: "日报" }, null)).toEqual([{ path: ["name"], before: "日报", after: undefined }]);
  expect(changesOf({}, null)).toEqual([]);
  expect(changesOf(null, null)).toEqual([]);
});

test("lists are one value, whatever they hold", () => {
  expect(changesOf({ scopes: ["cases"] }, { scopes: ["cases", "drafts"] })).toEqual([
    { path: ["scopes"], before: "cases", after: "cases, drafts" },
  ]);
  expect(changesOf(null, { files: [{ name: "a.pdf" }] })).toEqual([
    { path: ["files"], before: undefined, after: '{"name":"a.pdf"}' },
  ]);
});

const NOW = Date.parse("2026-03-01T00:00:00Z");

const account = (part: Partial<Account>): Account => ({
  id: 1,
  name: "wangmin",
  displayName: "王敏",
  role: "district_officer",
  district: "510114",
  disabled: false,
  lockedUntil: null,
  createdAt: "2026-01-01T00:00:00Z",
  lastSeenAt: null,
  ...part,
});

const all: Wanted = { text: "", role: "all", district: "all", state: "all" };

test("a lock that is over is none, and a disabled account is that before all else", () => {
  expect(stateOf(account({}), NOW)).toBe("active");
  expect(stateOf(account({ lockedUntil: "2026-03-01T00:05:00Z" }), NOW)).toBe("locked");
  expect(stateOf(account({ lockedUntil: "2026-02-28T23:59:00Z" }), NOW)).toBe("active");
  expect(stateOf(account({ disabled: true, lockedUntil: "2026-03-01T00:05:00Z" }), NOW)).toBe("disabled");
});

test("accounts are found by either name, role, district and state", () => {
  const one = account({});
  expect(matches(one, all, NOW)).toBe(true);
  expect(matches(one, { ...all, text: " WANG " }, NOW)).toBe(true);
  expect(matches(one, { ...all, text: "敏" }, NOW)).toBe(true);
  expect(matches(one, { ...all, text: "李" }, NOW)).toBe(false);
  expect(matches(one, { ...all, role: "planner" }, NOW)).toBe(false);
  expect(matches(one, { ...all, district: "510114", state: "active" }, NOW)).toBe(true);
  expect(matches(one, { ...all, district: "510115" }, NOW)).toBe(false);
  expect(matches(one, { ...all, state: "locked" }, NOW)).toBe(false);
});
