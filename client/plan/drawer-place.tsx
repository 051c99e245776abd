import { lazy } from "react";
import { DrawerPlace } from "../drawer/place.tsx";
import { usePlan } from "../state/store.ts";
import { Part } from "../ui/part.tsx";
import { usePanelWords } from "./words/panel.ts";

const Drawer = lazy(() => import("./drawer/drawer.tsx"));
const PlanForm = lazy(() => import("./form/form.tsx"));

/** Where the boards and lists of the plan stand, and over all the dialog in which they are written. */
export default function PlanDrawerPlace(props: { phone: boolean; takes: (height: number) => void }) {
  const words = usePanelWords();
  const { drawer, form } = usePlan();
  return (
    <>
      <DrawerPlace {...props} closed={drawer === "closed"} label={words.list}>
        <Drawer phone={props.phone} />
      </DrawerPlace>
      {form && (
        <Part floats>
          <PlanForm place={form} />
        </Part>
      )}
    </>
  );
}
