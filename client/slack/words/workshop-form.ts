import { bilingual } from "../../language/bilingual.ts";
import { form as en } from "./en/workshop-form.ts";
import { form as zh } from "./zh/workshop-form.ts";

export const useFormWords = bilingual(zh, en);
