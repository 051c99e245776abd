import { bilingual } from "../../language/bilingual.ts";
import { layers as en } from "./en/layers.ts";
import { layers as zh } from "./zh/layers.ts";

export const useLayerWords = bilingual(zh, en);
