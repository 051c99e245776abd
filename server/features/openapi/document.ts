import type { Text } from "../../../domain/api/text.ts";
import { LAYERS } from "../../catalog.ts";
import { ABOUT, COUNTING } from "../describe.ts";
import { layerModels, models, responses } from "./components.ts";
import { parameters } from "./parameters.ts";
import { featurePaths, general, tilePaths } from "./paths.ts";
import type { Json } from "./words.ts";

const GENERAL: Text = { zh: "总体", en: "General" };

/** The API as an OpenAPI 3.0 document, made from the catalog. */
export const openApi = (base: string) => ({
  openapi: "3.0.3",
  info: {
    title: "Mutu 亩图",
    version: "1.0.0",
    description: `${ABOUT.en} ${COUNTING.en}`,
  },
  servers: [{ url: base }],
  tags: [
    { name: "General", "x-titles": GENERAL },
    ...LAYERS.map(({ title, description }) => ({
      name: title.en,
      description: description.en,
      "x-titles": title,
      "x-descriptions": description,
    })),
  ],
  paths: Object.assign(
    general(),
    ...LAYERS.flatMap((layer) => [featurePaths(layer), tilePaths(layer)]),
  ) as Json,
  components: {
    parameters,
    schemas: Object.assign({ ...models }, ...LAYERS.map(layerModels)) as Json,
    responses,
  },
});
