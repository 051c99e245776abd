import { expect, test } from "vitest";
import { axe } from "./support/axe.ts";
import type { OpenMap } from "./support/browser.ts";
import { journey } from "./support/journey.ts";

/** Signing in and out on the page, and looking after accounts and tokens there. */

const { open, url } = journey({}, { bare: true });

const NAME = "lixin";
const PASSWORD = "a long walk at night";

const button = (map: OpenMap, name: string | RegExp) => map.page.getByRole("button", { name, exact: true });
const signIn = (map: OpenMap) => map.page.locator("dialog.sign-in");
const desk = (map: OpenMap) => map.page.locator("dialog.desk");
/** What a refusal leaves in the browser's console is the refusal itself. */
const withoutRefusals = (map: OpenMap) => map.complaints.filter((line) => !/status of 401/.test(line));

async function openTab(map: OpenMap, tab: string) {
  await button(map, /^账户：/).click();
  await button(map, tab).click();
  await desk(map).waitFor();
}

async function fillSignIn(map: OpenMap, password: string) {
  await signIn(map).getByLabel("登录名", { exact: true }).fill(NAME);
  await signIn(map).getByLabel("密码", { exact: true }).fill(password);
  await map.page.keyboard.press("Enter");
}

test("an administrator adds an account and finds it in the list and in the audit", async () => {
  const map = await open();
  await openTab(map, "账户管理");
  await button(map, "新账户").click();
  const form = desk(map).getByRole("form", { name: "新账户" });
  await form.getByLabel("姓名", { exact: true }).fill("李欣");
  await form.getByLabel("登录名", { exact: true }).fill(NAME);
  await form.getByLabel("角色", { exact: true }).selectOption("district_officer");
  await form.getByLabel("所属区", { exact: true }).waitFor();
  await form.getByLabel("角色", { exact: true }).selectOption("city_officer");
  await form.getByLabel("初始密码", { exact: true }).fill(PASSWORD);
  expect(await axe(map.page)).toEqual([]);
  await map.page.keyboard.press("Enter");
  await desk(map).getByText(`账户 ${NAME} 已建立。`).waitFor();
  await desk(map).getByLabel("搜索姓名或登录名").fill("李");
  await desk(map)
    .getByRole("button", { name: /李欣.*市级经办人/ })
    .waitFor();
  await button(map, "操作记录").click();
  await desk(map)
    .getByText(/账户 李欣 · 新建/)
    .waitFor();
  expect(await axe(map.page)).toEqual([]);
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("one signs in and out by keyboard, and is told when the password is wrong", async () => {
  const map = await open({ as: "visitor" });
  await button(map, "登录").focus();
  await map.page.keyboard.press("Enter");
  await signIn(map).waitFor();
  await map.page.keyboard.type(NAME);
  await map.page.keyboard.press("Tab");
  await map.page.keyboard.type("not the right one");
  await map.page.keyboard.press("Enter");
  await signIn(map)
    .getByRole("alert")
    .getByText(/登录名或密码不正确/)
    .waitFor();
  expect(await axe(map.page)).toEqual([]);
  // The wrong password is selected, to be typed over.
  await map.page.keyboard.type(PASSWORD);
  await map.page.keyboard.press("Enter");
  await signIn(map).waitFor({ state: "detached" });
  await button(map, "账户：李欣").focus();
  await map.page.keyboard.press("Enter");
  await map.page.getByText("市级经办人").waitFor();
  expect(await button(map, "账户管理").count()).toBe(0);
  expect(await axe(map.page)).toEqual([]);
  await map.page.keyboard.press("Escape");
  await map.page.getByText("市级经办人").waitFor({ state: "hidden" });
  await map.page.keyboard.press("Enter");
  await button(map, "退出登录").focus();
  await map.page.keyboard.press("Enter");
  await button(map, "登录").waitFor();
  expect(withoutRefusals(map)).toEqual([]);
  await map.close();
});

test("without an account the desk has no buttons that write, and says how to get them", async () => {
  const map = await open({ as: "visitor", screen: "phone", mode: "dark" }, "theme=yield&desk=runs");
  await desk(map).getByText("登录后可生成和删除草稿。").waitFor();
  for (const name of ["新批次", "公布…", "撤回…"]) expect(await button(map, name).count()).toBe(0);
  expect(await axe(map.page)).toEqual([]);
  await desk(map).getByRole("button", { name: "登录" }).click();
  await signIn(map).waitFor();
  expect(await axe(map.page)).toEqual([]);
  await fillSignIn(map, PASSWORD);
  await button(map, "新批次").waitFor();
  expect(map.complaints).toEqual([]);
  await map.close();
});

test("a session that ended while somebody wrote costs them nothing", async () => {
  const map = await open({}, "theme=yield&desk=policies");
  await button(map, "添加条目").click();
  await desk(map).getByLabel("措施", { exact: true }).fill("优先供地");
  await desk(map).getByLabel("依据文件", { exact: true }).fill("试行办法");
  await desk(map).getByRole("checkbox").first().check();
  await map.page.context().clearCookies();
  await button(map, "添加").click();
  await signIn(map)
    .getByText(/已填写的内容仍在/)
    .waitFor();
  await fillSignIn(map, PASSWORD);
  await signIn(map).waitFor({ state: "detached" });
  expect(await desk(map).getByLabel("措施", { exact: true }).inputValue()).toBe("优先供地");
  await button(map, "添加").click();
  await desk(map).getByText("优先供地").waitFor();
  expect(withoutRefusals(map)).toEqual([]);
  await map.close();
});

test("a token is shown once, writes what it may and no more, and not once it is revoked", async () => {
  const map = await open({ mode: "dark" });
  await openTab(map, "访问令牌");
  await desk(map).getByLabel("用途").fill("每日导入");
  await desk(map).getByLabel("配置政策").check();
  expect(await axe(map.page)).toEqual([]);
  await button(map, "生成令牌").click();
  const token = await desk(map).locator(".command code").textContent();
  expect(token).toMatch(/^mutu_/);
  const write = (path: string, body: unknown) =>
    fetch(`${url()}/api/ratings/${path}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  const policy = { field: "land", grades: ["A"], measure: "脚本写入", basis: "试行办法", scope: "here" };
  expect((await write("policies", policy)).status).toBe(201);
  expect((await write("runs", { year: 2025, scheme: "sichuan-2020" })).status).toBe(403);
  await button(map, "已保存").click();
  expect(await desk(map).textContent()).not.toContain(token);
  for (const name of ["撤销令牌“每日导入”", "撤销令牌“每日导入”"]) await button(map, name).click();
  await desk(map).getByText("令牌已撤销").waitFor();
  expect((await write("policies", policy)).status).toBe(401);
  expect(map.complaints).toEqual([]);
  await map.close();
});
