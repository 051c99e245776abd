import { goPlan, usePlan } from "../../state/store.ts";
import { BOARDS, type Board } from "../state.ts";
import { usePanelWords } from "../words/panel.ts";

/** Which targets are shown. */
export function BoardChoice() {
  const words = usePanelWords();
  const { board } = usePlan();
  return (
    <select
      className="more-select"
      aria-label={words.board}
      value={board}
      onChange={({ target }) => goPlan({ board: target.value as Board })}
    >
      {BOARDS.map((one) => (
        <option key={one} value={one}>
          {words.boards[one]}
        </option>
      ))}
    </select>
  );
}
