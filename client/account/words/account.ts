import { bilingual } from "../../language/bilingual.ts";
import { account as en } from "./en/account.ts";
import { account as zh } from "./zh/account.ts";

export const useAccountWords = bilingual(zh, en);
