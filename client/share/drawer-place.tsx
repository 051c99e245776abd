import { lazy } from "react";
import { DrawerPlace } from "../drawer/place.tsx";
import { useShare } from "../state/store.ts";
import { useWork } from "./scenario/work.ts";
import { usePanelWords } from "./words/panel.ts";

const Drawer = lazy(() => import("./drawer/drawer.tsx"));

/** Where the charts of shares, their table and the scenario stand; while land is chosen on the map of a phone, out of its way. */
export default function ShareDrawerPlace(props: { phone: boolean; takes: (height: number) => void }) {
  const words = usePanelWords();
  const { drawer } = useShare();
  const { onMap } = useWork();
  return (
    <div hidden={props.phone && drawer === "scenario" && onMap}>
      <DrawerPlace {...props} closed={drawer === "closed"} label={words.list}>
        <Drawer phone={props.phone} />
      </DrawerPlace>
    </div>
  );
}
