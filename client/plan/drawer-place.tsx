import { lazy } from "react";
import { DrawerPlace } from "../drawer/place.tsx";
import { usePlan } from "../state/store.ts";
import { usePanelWords } from "./words/panel.ts";

const Drawer = lazy(() => import("./drawer/drawer.tsx"));

/** Where the boards and lists of the plan stand. */
export default function PlanDrawerPlace(props: { phone: boolean; takes: (height: number) => void }) {
  const words = usePanelWords();
  const { drawer } = usePlan();
  return (
    <DrawerPlace {...props} closed={drawer === "closed"} label={words.list}>
      <Drawer phone={props.phone} />
    </DrawerPlace>
  );
}
