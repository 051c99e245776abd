import { z } from "zod";

/** lon,lat,lon,lat,… of a polygon, open or closed, at most 200 corners. */
export const Ring = z
  .string()
  .max(6000)
  .regex(/^-?\d+(\.\d+)?(,-?\d+(\.\d+)?)+$/, "numbers with commas between them: lon,lat,lon,lat,…")
  .transform((text) => text.split(",").map(Number))
  .refine((numbers) => numbers.length % 2 === 0 && numbers.length >= 6 && numbers.length <= 402, {
    message: "a polygon has 3 to 200 corners, each a longitude and a latitude",
  })
  .refine((numbers) => numbers.every((degrees, i) => Math.abs(degrees) <= (i % 2 === 0 ? 180 : 90)), {
    message: "longitudes lie within 180 degrees, latitudes within 90",
  });
