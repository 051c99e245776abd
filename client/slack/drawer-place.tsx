import { lazy } from "react";
import { DrawerPlace } from "../drawer/place.tsx";
import { useSlack } from "../state/store.ts";
import { Part } from "../ui/part.tsx";
import { usePanelWords } from "./words/panel.ts";

const Drawer = lazy(() => import("./drawer/drawer.tsx"));
const WorkshopForm = lazy(() => import("./workshops/form/form.tsx"));

/** Where the work list stands, and over all the form of a workshop. */
export default function SlackDrawerPlace(props: { phone: boolean; takes: (height: number) => void }) {
  const words = usePanelWords();
  const { drawer, workshops } = useSlack();
  return (
    <>
      <DrawerPlace {...props} closed={drawer === "closed"} label={words.list}>
        <Drawer phone={props.phone} />
      </DrawerPlace>
      {workshops.form && (
        <Part floats>
          <WorkshopForm place={workshops.form} phone={props.phone} />
        </Part>
      )}
    </>
  );
}
