import { notFound } from "../http/problem.ts";

/** What is told of a number that nothing has. */

export const noOffer = (id: number) => notFound(`There is no offer ${id}.`, { zh: `没有第 ${id} 号供给。` });
export const noNeed = (id: number) => notFound(`There is no need ${id}.`, { zh: `没有第 ${id} 号需求。` });
export const noPairing = (id: number) =>
  notFound(`There is no pairing ${id}.`, { zh: `没有第 ${id} 号对接。` });
