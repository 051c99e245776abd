import { lazy } from "react";
import { DrawerPlace } from "../drawer/place.tsx";
import { useTaking } from "../state/store.ts";
import { useDrawerWords } from "./words/drawer.ts";

const Drawer = lazy(() => import("./drawer/drawer.tsx"));

/** Where code, preview and services of what is taken stand. */
export default function TakingDrawerPlace(props: { phone: boolean; takes: (height: number) => void }) {
  const words = useDrawerWords();
  const { drawer } = useTaking();
  return (
    <DrawerPlace {...props} closed={drawer === "closed"} label={words.name}>
      <Drawer phone={props.phone} />
    </DrawerPlace>
  );
}
