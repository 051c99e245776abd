import { Narrowing } from "./narrowing.tsx";
import { NeedList } from "./need-list.tsx";
import { OfferList } from "./offer-list.tsx";
import { useWorkshops } from "./use-workshops.ts";
import "./list.css";

/** 标准厂房: floor area on offer on one side, what firms need on the other. */
export default function WorkshopTab({ phone }: { phone: boolean }) {
  const { view } = useWorkshops();
  return (
    <>
      <Narrowing />
      {view.side === "offers" ? <OfferList phone={phone} /> : <NeedList phone={phone} />}
    </>
  );
}
