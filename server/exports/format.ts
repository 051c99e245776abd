import type { Text } from "../../domain/api/text.ts";
import type { Ask } from "../features/ask.ts";
import type { About } from "./about.ts";

/** What a format of files is: how it is named, and how it is written. */

export type Chunk = Uint8Array | string;

/** Choices that only some formats have. */
export type Options = Readonly<{
  encoding?: "utf-8" | "gbk" | undefined;
  bom?: boolean | undefined;
  index?: boolean | undefined;
}>;

/** Lists for SELECT over the layer's relation. */
export type Select = (ask: Ask) => string;

export type TakeRow = (bytes: Buffer) => void;

/** What a format is given to write a file with. */
export type Making = Readonly<{
  ask: Ask;
  about: About;
  options: Options;
  /** Takes the rows of one state of the data as COPY writes them; comes back now and then, while more are taken. */
  rows(select: Select, take: TakeRow): AsyncGenerator<void>;
  /** A file for the time of making: what cannot be written from beginning to end. */
  scratch(): string;
  /** Replaces bytes that are written already; only for files that nobody reads before they are whole. */
  patch(position: number, bytes: Uint8Array): void;
}>;

export type Format = Readonly<{
  title: Text;
  extension: string;
  type: string;
  /** Whether others may read its beginning while the rest is being written. */
  grows: boolean;
  /** Whether it is a text, which may be compressed on the way: then other bytes come under the same tag. */
  compresses: boolean;
  /** The most features it can hold. */
  most?: number;
  write(making: Making): AsyncGenerator<Chunk>;
}>;
