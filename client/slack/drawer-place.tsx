import { lazy } from "react";
import { DrawerPlace } from "../drawer/place.tsx";
import { useSlack } from "../state/store.ts";
import { usePanelWords } from "./words/panel.ts";

const Drawer = lazy(() => import("./drawer/drawer.tsx"));

/** Where the work list stands. */
export default function SlackDrawerPlace(props: { phone: boolean; takes: (height: number) => void }) {
  const words = usePanelWords();
  const { drawer } = useSlack();
  return (
    <DrawerPlace {...props} closed={drawer === "closed"} label={words.list}>
      <Drawer phone={props.phone} />
    </DrawerPlace>
  );
}
