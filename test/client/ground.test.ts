import type { StyleSpecification } from "maplibre-gl";
import { expect, test } from "vitest";
import { adopt } from "../../client/map/ground.ts";

const style: StyleSpecification = {
  version: 8,
  glyphs: "fonts/{fontstack}/{range}.pbf",
  sprite: "/sprites/day",
  sources: {
    parcels: { type: "vector", tiles: ["tiles/{z}/{x}/{y}.pbf", "https://b.example/{z}/{x}/{y}.pbf"] },
    roads: { type: "vector", url: "roads.json" },
  },
  layers: [
    { id: "paper", type: "background" },
    { id: "parcel-fill", type: "fill", source: "parcels", "source-layer": "a" },
    {
      id: "names",
      type: "symbol",
      source: "roads",
      "source-layer": "b",
      layout: { "text-font": ["Open Sans"] },
    },
  ],
};

test("a ground's names can't meet ours, and its addresses are absolute", () => {
  const ground = adopt(style, "https://maps.example/styles/day/style.json");
  expect(Object.keys(ground.sources)).toEqual(["ground:parcels", "ground:roads"]);
  expect(ground.layers.map(({ id }) => id)).toEqual(["ground:paper", "ground:parcel-fill", "ground:names"]);
  expect(ground.layers[1]).toMatchObject({ source: "ground:parcels" });
  expect(ground.layers[0]).not.toHaveProperty("source");
  expect(ground.sources["ground:parcels"]).toMatchObject({
    tiles: ["https://maps.example/styles/day/tiles/{z}/{x}/{y}.pbf", "https://b.example/{z}/{x}/{y}.pbf"],
  });
  expect(ground.sources["ground:roads"]).toMatchObject({ url: "https://maps.example/styles/day/roads.json" });
  expect(ground.glyphs).toBe("https://maps.example/styles/day/fonts/{fontstack}/{range}.pbf");
  expect(ground.sprite).toBe("https://maps.example/sprites/day");
});

test("our labels use a font that a ground with glyphs has, and their own otherwise", () => {
  expect(adopt(style, "https://maps.example/style.json").font).toEqual(["Open Sans"]);
  const { glyphs: _, ...without } = style;
  expect(adopt(without, "https://maps.example/style.json").font).toBeNull();
});
