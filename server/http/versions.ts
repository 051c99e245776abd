import type { Text } from "../../domain/api/text.ts";
import { conflict } from "./problem.ts";

/** Records that several people change: each change names the version that it was decided on. */

type Versioned = { id: number; version: number };

/** Whoever decided on an older version is told what it has become, so that nothing typed is lost. */
export const changedMeanwhile = (
  what: Text,
  { id, version }: Versioned,
  decidedOn: number,
  current: object | undefined,
) =>
  conflict(
    `${what.en} ${id} was changed meanwhile: it is at version ${version}, not ${decidedOn}. Look at it as it is now, and send yours again.`,
    {
      zh: `第 ${id} 号${what.zh}已被他人修改（现为第 ${version} 版，您依据的是第 ${decidedOn} 版）。请核对最新内容后再提交，已填写的内容不会丢失。`,
      ...(current && { current }),
    },
  );
