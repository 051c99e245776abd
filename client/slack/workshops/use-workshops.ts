import { adjustSlack, goSlack, useSlack } from "../../state/store.ts";
import { DEFAULT_WORKSHOPS, type WorkshopView } from "./state.ts";

/** What the tab of workshops shows, and how it changes: as a step that the back button undoes, or under the hand. */
export function useWorkshops() {
  const slack = useSlack();
  const { workshops: view, districts } = slack;
  const { industry, matched, standing, search } = DEFAULT_WORKSHOPS;
  return {
    slack,
    view,
    go: (change: Partial<WorkshopView>) => goSlack({ workshops: { ...view, ...change } }),
    adjust: (change: Partial<WorkshopView>) => adjustSlack({ workshops: { ...view, ...change } }),
    narrowed:
      districts.length > 0 ||
      view.industry !== industry ||
      view.matched ||
      view.standing !== standing ||
      view.search.trim() !== "",
    clear: () => goSlack({ districts: [], workshops: { ...view, industry, matched, standing, search } }),
  };
}
