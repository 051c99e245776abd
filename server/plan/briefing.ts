import type { DistrictProfile } from "../../domain/api/layout.ts";
import type { Briefing } from "../../domain/api/plan.ts";
import { districtOfTarget } from "../../domain/plan/targets.ts";
import { asking } from "../asking.ts";
import { summaryOfCases } from "../cases/summary.ts";
import { notFound } from "../http/problem.ts";
import { profileOf } from "../layout/present.ts";
import type { LayoutStore } from "../layout/store.ts";
import { chosenRun, shownYears } from "../ratings/chosen-runs.ts";
import { ratedParks } from "../ratings/parks.ts";
import { runStore } from "../ratings/run-store.ts";
import type { Read } from "../read.ts";
import { totalsOfPotential } from "../screening/potential.ts";
import { summaryStore } from "../screening/summary.ts";
import { today } from "../today.ts";
import { clustersIn } from "./cooperation.ts";
import { targetsOf } from "./targets.ts";

/** One district on one page, put together from what the themes themselves answer: nothing is reckoned here a second time. */

export function createBriefing(read: Read, layout: LayoutStore) {
  const runs = runStore(read);
  const screenings = summaryStore(read);

  /** The latest rating of firms above the designated size, which is the one that parks are rated in. */
  async function rated(signal: AbortSignal) {
    const years = await shownYears(read, signal);
    const year = years.findLast(({ runs }) => runs.some(({ size }) => size === "above_scale"))?.year;
    if (year === undefined) return null;
    const run = await chosenRun(read, year, {}, signal);
    const [whole, parks] = await Promise.all([runs.one(run.id, signal), ratedParks(read, run, signal)]);
    return whole && { whole, parks };
  }
  type Rated = Awaited<ReturnType<typeof rated>>;

  async function slackOf(code: string, signal: AbortSignal) {
    const ask = asking(read, signal);
    const [found, cases, gain] = await Promise.all([
      screenings.shown(signal),
      summaryOfCases(ask, { district: [code] }),
      totalsOfPotential(ask, { district: [code] }),
    ]);
    const { referenceDate, districts, synthetic } = found;
    const tallies = districts.find((district) => district.code === code)?.tallies;
    if (referenceDate === null || !tallies) return null;
    const { opened, closed, rejected, revived_m2 } = cases.total;
    const { idle, inefficient, scattered } = tallies;
    return {
      synthetic: synthetic || cases.synthetic,
      slack: {
        ...{ referenceDate, idle, inefficient, scattered },
        output_to_gain_wan: gain.matched > 0 ? gain.output_wan : null,
        cases: {
          open: opened.cases - closed.cases - rejected.cases,
          ...{ closed: closed.cases, revived_m2 },
        },
      },
    };
  }

  return async (code: string, signal: AbortSignal): Promise<Briefing> => {
    const ask = asking(read, signal);
    const district = (await layout.districts(signal)).find((one) => one.code === code);
    const profile = district && profileOf(district.profile);
    if (!district || !profile) throw notBriefed(code);
    const [parks, ratings, slack, targets, clusters] = await Promise.all([
      layout.parks(signal),
      rated(signal),
      slackOf(code, signal),
      targetsOf(ask, {}),
      clustersIn(ask, code),
    ]);
    const own = targets.filter(
      ({ id, scope }) => districtOfTarget(id) === code || scope.zh === district.name.zh,
    );
    return {
      district: { code, name: district.name },
      date: today(),
      parks: parks
        .filter(({ districtCode }) => districtCode === code)
        .map((park) => ({
          ...{ code: park.code, name: park.name, level: park.level },
          grade: ratings?.parks.find((one) => one.park.code === park.code)?.grade ?? null,
        })),
      industries: industriesOf(profile),
      grades: gradesOf(ratings, code),
      slack: slack?.slack ?? null,
      ...{ targets: own, clusters },
      synthetic:
        (ratings?.whole.synthetic ?? false) ||
        (slack?.synthetic ?? false) ||
        own.some(({ actuals }) => actuals.some(({ synthetic }) => synthetic)),
    };
  };

  function gradesOf(ratings: Rated | undefined, code: string): Briefing["grades"] {
    const part = ratings?.whole.districts.find((district) => district.code === code);
    if (!ratings || !part) return null;
    const firms = Object.entries(part.tallies).map(([letter, { firms }]) => [letter, firms]);
    return { year: ratings.whole.year, firms: Object.fromEntries(firms), tax_per_mu: part.tax_per_mu };
  }
}

const industriesOf = ({ leading, feature, future }: DistrictProfile): Briefing["industries"] => {
  const names = ({ value }: DistrictProfile["leading"]) => value.map(({ name }) => name);
  return { leading: names(leading), feature: names(feature), future: names(future) };
};

const notBriefed = (code: string) =>
  notFound(`The plan says nothing of a district ${code}; it speaks of the seven emerging ones.`, {
    zh: `规划未涉及代码为 ${code} 的区县；简报只有新兴七区。`,
  });
