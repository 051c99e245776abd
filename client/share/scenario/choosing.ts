import { adjustShare } from "../../state/store.ts";
import {
  type Finding,
  type Found,
  readGroup,
  readNamed,
  readScenario,
  readSuspected,
  readWithin,
} from "./read.ts";
import { changeWork, choose, currentWork, know, namedIn, putBack, startFrom } from "./work.ts";

/** What a hand does to the choice of land. What has to be read is told as being read, and what fails where it was tried. */

async function reading<T>(read: () => Promise<T>, then: (value: T) => void) {
  changeWork({ reading: currentWork().reading + 1, error: null, said: null });
  try {
    then(await read());
  } catch (error) {
    changeWork({ error: error as Error });
  } finally {
    changeWork({ reading: currentWork().reading - 1 });
  }
}

const takenOf =
  (year: number) =>
  ({ parcels, more }: Found) => {
    choose(parcels, year);
    changeWork({ said: more ? "more" : parcels.length === 0 ? "nothing" : null });
  };

export const chooseWithin = (ring: readonly number[], year: number) =>
  reading(() => readWithin(ring, year), takenOf(year));

export const chooseSuspected = (kinds: readonly Finding[], district: string | null, year: number) =>
  reading(() => readSuspected(kinds, district, year), takenOf(year));

export const chooseGroup = (code: string, year: number) =>
  reading(() => readGroup(code, year), takenOf(year));

/** Chooses a parcel, or puts it back. */
export function pressParcel(code: string, year: number) {
  const { chosen, known } = currentWork();
  const parcel = known.get(code);
  if (chosen.has(code)) putBack(code);
  else if (parcel) choose([parcel], year);
  else void reading(async () => ({ parcels: await readNamed([code], year), more: false }), takenOf(year));
}

let wanted: number | null = null;

/** What is known of its parcels is of one year; for another, or after a reload, it is read anew. */
export function knowIn(year: number) {
  wanted = year;
  return reading(
    () => readNamed(namedIn(currentWork()), year),
    (parcels) => {
      if (wanted === year) know(parcels, year);
    },
  );
}

/** The latest scenario that was asked for counts, whichever is read first. */
let asked = 0;

export function openScenario(id: number) {
  const mine = ++asked;
  return reading(
    () => readScenario(id),
    ({ scenario, parcels }) => {
      if (mine !== asked) return;
      wanted = null;
      startFrom(scenario, parcels);
      adjustShare({ scenario: id, year: scenario.year, switches: scenario.switches });
    },
  );
}
