import { useShare } from "../state/store.ts";
import { Loaded } from "../ui/answer.tsx";
import { Heading } from "./heading.tsx";
import { Changes } from "./legend.tsx";
import { ShareCard } from "./share-card.tsx";
import { useSeries, useShares } from "./use-shares.ts";
import "../ui/panel.css";
import "./panel.css";

/** 占比: how much of the land is for industry, and how far that is from what is asked. */
export default function SharePanel() {
  const series = useSeries();
  const shares = useShares();
  const { drawer } = useShare();
  return (
    <Loaded answer={series}>
      {(value) => (
        <>
          <Heading series={value} />
          {drawer === "scenario" && <Changes />}
          <Loaded answer={shares}>
            {(list) => (
              <ul className="share-cards">
                {list.map((share) => (
                  <ShareCard key={share.id} share={share} />
                ))}
              </ul>
            )}
          </Loaded>
        </>
      )}
    </Loaded>
  );
}
