import { SHARES, shareNamed } from "../../../domain/shares/definitions.ts";
import { useText } from "../../language/use-language.ts";
import { goShare, useShare } from "../../state/store.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { useDrawerWords } from "../words/drawer.ts";

/** One share at a time: two of them have no scale in common. */
export function ShareChoice() {
  const words = useDrawerWords();
  const { share } = useShare();
  return (
    <Segmented
      label={words.share}
      choices={SHARES.map(({ id, sign }) => [id, sign] as const)}
      value={share}
      choose={(id) => goShare({ share: id })}
    />
  );
}

/** A share with its sign, as headings have it. */
export function useShareName(): string {
  const text = useText();
  const { sign, name } = shareNamed(useShare().share);
  return `${sign} ${text(name)}`;
}
