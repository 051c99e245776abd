import type { Read } from "../read.ts";

/** What land of a district could yield beyond today, added up over the parcels of the screening that is shown. */
const GAIN = `
  select sum(g.output_low_wan) as low, sum(g.output_high_wan) as high
    from potential g join parcel p on p.id = g.parcel_id
   where g.run_id = (select id from shown_screening) and p.district_code = ?`;

type Gain = { low: number | null; high: number | null };

/** In 万元 a year; null where nothing is known to be gained. */
export async function gainIn(
  read: Read,
  district: string,
  signal: AbortSignal,
): Promise<[number, number] | null> {
  const [gain] = await read<Gain>(GAIN, [district], signal);
  return gain?.low != null && gain.high != null ? [gain.low, gain.high] : null;
}
