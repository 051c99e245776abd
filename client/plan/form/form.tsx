import type { ReactNode } from "react";
import { goPlan } from "../../state/store.ts";
import { DeskDialog } from "../../ui/desk-dialog.tsx";
import type { FormPlace } from "../state.ts";
import { useFormWords } from "../words/form.ts";
import { Figures } from "./figures.tsx";
import { Import } from "./import.tsx";
import { NewTask, Task } from "./task.tsx";

/** Of `figures:…` and `task:…` what stands after the colon. */
const nameIn = (place: FormPlace): string => place.slice(place.indexOf(":") + 1);

/** The dialog in which what the plan has brought is looked at and reported. */
export default function PlanForm({ place }: { place: FormPlace }) {
  const { titles, close } = useFormWords();
  const [title, content]: [string, ReactNode] =
    place === "import"
      ? [titles.import, <Import key={place} />]
      : place.startsWith("figures:")
        ? [titles.figures, <Figures key={place} id={nameIn(place)} />]
        : place === "task:new"
          ? [titles.newTask, <NewTask key={place} />]
          : [titles.task, <Task key={place} id={Number(nameIn(place))} />];
  return (
    <DeskDialog
      title={title}
      closeLabel={close}
      tabs={[]}
      current=""
      choose={() => {}}
      closed={() => goPlan({ form: null })}
    >
      <div className="split one">
        <section className="split-detail" aria-label={title}>
          {content}
        </section>
      </div>
    </DeskDialog>
  );
}
