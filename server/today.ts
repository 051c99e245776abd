import { dayInChengdu, isoDay } from "../domain/civil-days.ts";

/** The day it is in Chengdu, wherever the server stands. */
export const today = (): string => isoDay(dayInChengdu(new Date()));
