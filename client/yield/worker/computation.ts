import type { Graded } from "../../../domain/rating/columns.ts";
import { grade, termsOf } from "../../../domain/rating/grade.ts";
import { readTerms } from "../../../domain/rating/terms.ts";
import type { Colouring, Distribution, Filter, MovedFirm, Picture, Scatter, Told } from "../protocol.ts";
import { boundsOfScores, boundsOfValues, distribution, movedFirm, movedFirms, scatter } from "./charts.ts";
import { boundsOf, letterClasses, placesOfLetters, valueClasses } from "./classes.ts";
import { lettersPassing, passing } from "./filter.ts";
import type { Firms } from "./firms.ts";
import { type Colours, filled, paintFirms, paintParcels, tell } from "./paint.ts";
import { published, type Standing, summarise } from "./summary.ts";
import { valuesOf } from "./values.ts";

/** One block of firms under a filter, a colouring and terms; what didn't change since the last picture isn't computed again. */

type Now = { standing: Standing; points: Int32Array; colours: Colours };

export type Computation = {
  picture(
    filter: Filter,
    colouring: Colouring,
    terms: string | null,
  ): Omit<Picture, "head" | "paint" | "took">;
  paint(layer: "enterprises" | "parcels", codes: readonly string[]): Uint8Array;
  told(layer: "enterprises" | "parcels", code: string): Told | null;
  distribution(by: string): Distribution;
  scatter(x: string, y: string): Scatter;
  moved(limit: number, offset: number): { matched: number; firms: MovedFirm[] };
};

export function computation(firms: Firms): Computation {
  const scheme = firms.head.scheme.definition;
  const rated = graderOf(firms);
  const everyLetter = lettersPassing([]);
  const passed = remembered((filter: Filter) => {
    const pass = passing(firms, filter);
    return { pass, stored: published({ firms, grade: firms.grade, pass, letters: everyLetter }) };
  });
  const coloured = remembered((colouring: Colouring) => coloursOf(firms, colouring));
  let now: Now | null = null;

  const current = (): Now => {
    if (!now) throw new Error("There is no picture yet.");
    return now;
  };
  const valuesNamed = (by: string, points: Int32Array) => {
    const values = valuesOf(firms, by, points);
    if (!values) throw new Error(`${scheme.name.en} has no indicator ${by}.`);
    return values;
  };

  // Values that terms don't change are put in order once for as long as they are asked for.
  const charted = remembered((by: string) => {
    const values = valuesNamed(by, firms.points);
    return { values, bounds: boundsOfValues(values) };
  });

  return {
    picture(filter, colouring, terms) {
      const { grade, points } = rated(terms);
      const { grades, ...places } = filter;
      const { pass, stored } = passed({ ...places, grades: [] });
      const standing = { firms, grade, pass, letters: lettersPassing(grades) };
      const colours = coloured(colouring);
      // Scores are the only values that terms change.
      const values = colouring.by === "score" ? valuesOf(firms, "score", points) : colours.values;
      now = { standing, points, colours: { ...colours, values } };
      const summary = summarise(standing, stored);
      return { ...summary, classes: filled(standing, now.colours, summary.tallies) };
    },
    paint(layer, codes) {
      const { standing, colours } = current();
      return (layer === "enterprises" ? paintFirms : paintParcels)(standing, colours, codes);
    },
    told(layer, code) {
      const { standing, colours } = current();
      return tell(standing, colours, layer, code);
    },
    distribution(by) {
      const { standing, points } = current();
      if (by !== "score") {
        const { values, bounds } = charted(by);
        return distribution(standing, by, values, bounds);
      }
      const scores = valuesNamed(by, points);
      return distribution(standing, by, scores, boundsOfScores(scores));
    },
    scatter(x, y) {
      const { standing, points } = current();
      const axis = (name: string) => ({ name, values: valuesNamed(name, points) });
      return scatter(standing, axis(x), axis(y));
    },
    moved(limit, offset) {
      const { standing, points } = current();
      const { matched, first } = movedFirms(standing, offset + limit);
      return {
        matched,
        firms: Array.from(first.subarray(offset), (firm) => movedFirm(standing, points, firm)),
      };
    },
  };
}

/** Grades under terms; as stored where there are none, or none that fit the scheme. */
function graderOf(firms: Firms) {
  const scheme = firms.head.scheme.definition;
  const stored = { grade: firms.grade, points: firms.points };
  let into: Graded | undefined;
  let last: string | null = null;
  return (text: string | null): Pick<Graded, "grade" | "points"> => {
    const changed = text === null ? null : readTerms(scheme, text);
    if (!changed) return stored;
    if (into && text === last) return into;
    into = grade(firms.measured, termsOf(changed, firms.enabled), into);
    last = text;
    return into;
  };
}

function coloursOf(firms: Firms, colouring: Colouring): Colours {
  const { by } = colouring;
  const scheme = firms.head.scheme.definition;
  const stored = by === "grade" ? null : valuesOf(firms, by, firms.points);
  if (!stored)
    return { classes: letterClasses(scheme), ofLetter: placesOfLetters(scheme), bounds: [], values: null };
  const bounds = colouring.bounds ?? boundsOf(firms, colouring, stored);
  return { classes: valueClasses(bounds), ofLetter: null, bounds, values: stored };
}

/** Keeps the last result for as long as it is asked for the same. */
function remembered<Given, Result>(compute: (given: Given) => Result): (given: Given) => Result {
  let last: { key: string; result: Result } | null = null;
  return (given) => {
    const key = JSON.stringify(given);
    if (last?.key !== key) last = { key, result: compute(given) };
    return last.result;
  };
}
