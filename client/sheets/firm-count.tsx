import { useAmounts, useWords } from "../language/use-language.ts";

/** How many firms, and how many of them above the designated size. */
export function FirmCount({ all, aboveScale }: { all: number; aboveScale: number }) {
  const words = useWords();
  const amounts = useAmounts();
  return (
    <>
      {amounts.count(all)}
      <small className="unit">
        {" "}
        {words.district.aboveScale} {amounts.count(aboveScale)}
      </small>
    </>
  );
}
