import { lazy } from "react";
import { Pending } from "../ui/answer.tsx";
import { Part } from "../ui/part.tsx";
import { ColourBy } from "./colour-by.tsx";
import { DistrictBars } from "./district-bars.tsx";
import { ActiveFilters, Filters } from "./filters.tsx";
import { GradeCards } from "./grade-cards.tsx";
import { Heading, NothingYet } from "./heading.tsx";
import { ParkList } from "./park-list.tsx";
import { NothingRated, usePicture } from "./worker/use-picture.ts";
import "../ui/panel.css";
import "./panel.css";

const WhatIf = lazy(() => import("./what-if/what-if.tsx"));

/** 亩均论英雄: what each mu of land yields, and the grade that follows. */
export default function YieldPanel() {
  const picture = usePicture();
  if (picture.state !== "ready")
    return (
      <>
        <Heading picture={null} />
        {picture.state === "failed" && picture.error instanceof NothingRated ? (
          <NothingYet />
        ) : (
          <Pending answer={picture} />
        )}
      </>
    );
  const { value } = picture;
  return (
    <>
      <Heading picture={value} />
      <ActiveFilters head={value.head} />
      <ColourBy picture={value} />
      <GradeCards picture={value} />
      <DistrictBars picture={value} />
      <Filters head={value.head} />
      <Part>
        <WhatIf />
      </Part>
      <ParkList head={value.head} />
    </>
  );
}
