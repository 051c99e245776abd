import { BYTE_ORDER_MARK } from "../../csv.ts";
import type { Ask } from "../../features/ask.ts";
import { type About, told } from "../about.ts";
import { type Encoding, fieldNames } from "./dbase.ts";

/** What the ten letters of each name stand for, for people. */
export function legendOf({ columns }: Ask, about: About, encoding: Encoding): string {
  const names = fieldNames(columns);
  const lines = columns.map(({ name, title, unit }, i) =>
    [names[i], name, title.zh, title.en, unit ?? ""].join("\t"),
  );
  return [
    BYTE_ORDER_MARK + told(about),
    `编码 Encoding ${encoding.toUpperCase()}；文字最长 254 字节 texts are cut after 254 bytes；单个文件最大 2 GB no file exceeds 2 GB`,
    "",
    ["字段 Field", "原名 Name", "名称", "Title", "单位 Unit"].join("\t"),
    ...lines,
    "",
  ].join("\r\n");
}
