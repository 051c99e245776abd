import { lazy } from "react";
import { DrawerPlace } from "../drawer/place.tsx";
import { useYield } from "../state/store.ts";
import { usePanelWords } from "./words/panel.ts";

const Drawer = lazy(() => import("./drawer/drawer.tsx"));

/** Where the list and the charts of firms stand. */
export default function YieldDrawerPlace(props: { phone: boolean; takes: (height: number) => void }) {
  const words = usePanelWords();
  const { drawer } = useYield();
  return (
    <DrawerPlace {...props} closed={drawer === "closed"} label={words.list}>
      <Drawer phone={props.phone} />
    </DrawerPlace>
  );
}
