import { bilingual } from "../../language/bilingual.ts";
import { form as en } from "./en/form.ts";
import { form as zh } from "./zh/form.ts";

export const useFormWords = bilingual(zh, en);
