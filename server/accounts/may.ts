import type { RequestHandler } from "express";
import { RIGHT_NAMES } from "../../domain/accounts/names.ts";
import { actsIn, type Right } from "../../domain/accounts/rights.ts";
import { notAllowed } from "../http/problem.ts";
import { type SignedIn, whoOf } from "./who.ts";

/** Who may do what: 401 for somebody unknown, 403 for somebody known who may not. */

const SCHEME = 'Bearer realm="Mutu", error="insufficient_scope"';

export const may =
  (right: Right): RequestHandler =>
  (request, _response, next) => {
    const { rights, by } = whoOf(request);
    if (rights.includes(right)) return next();
    if (by === "token")
      throw notAllowed(`The token or its account has no right to write ${right}.`, {
        zh: `该令牌或其账户没有“${RIGHT_NAMES[right].zh}”权限。`,
        headers: { "WWW-Authenticate": `${SCHEME}, scope="${right}"` },
      });
    throw notAllowed(`Your role has no right to write ${right}. An administrator can change your role.`, {
      zh: `您的角色没有“${RIGHT_NAMES[right].zh}”权限；如有需要，请联系系统管理员调整。`,
    });
  };

/** Any account, whatever it may. */
export const signedIn: RequestHandler = (request, _response, next) => {
  whoOf(request);
  next();
};

/** What only a person does who has just shown a password, and never a script. */
export const inPerson: RequestHandler = (request, _response, next) => {
  if (whoOf(request).by === "session") return next();
  throw notAllowed("A token cannot do this: sign in, and do it yourself.", {
    zh: "令牌不能执行此操作，请登录后由本人办理。",
  });
};

/** A district officer acts in one district alone. */
export function mustActIn(account: Pick<SignedIn, "role" | "district">, district: string): void {
  if (actsIn(account, district)) return;
  throw notAllowed(
    `An officer of district ${account.district} acts there; this lies in ${district}. An officer of the city acts everywhere.`,
    { zh: "区级经办人只能办理本区事项；本项属于其他区（市、县），请由该区或市级经办人办理。" },
  );
}
