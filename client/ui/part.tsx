import { Component, type ReactNode, Suspense } from "react";
import { useWords } from "../language/use-language.ts";

/**
 * Where something stands that is fetched when it is first shown. If it can't be, that is said in its place; `floats` says it over the
 * page, for what has no place of its own.
 */
export class Part extends Component<{ floats?: boolean; children: ReactNode }, { lost: boolean }> {
  override state = { lost: false };

  static getDerivedStateFromError() {
    return { lost: true };
  }

  override render() {
    const { floats = false, children } = this.props;
    return this.state.lost ? <Lost floats={floats} /> : <Suspense>{children}</Suspense>;
  }
}

function Lost({ floats }: { floats: boolean }) {
  const words = useWords();
  return (
    <div className={floats ? "pending part-lost card" : "pending"} role="alert">
      <p>{words.sheet.offline}</p>
      <button type="button" className="button" onClick={again}>
        {words.sheet.retry}
      </button>
    </div>
  );
}

/**
 * Browsers remember what they couldn't fetch, and a server that was renewed has it under another name: only a new page has it all.
 * The address says what this one shows.
 */
async function again() {
  const answer = await fetch(location.pathname, { cache: "no-store" }).catch(() => null);
  if (answer?.ok) location.reload();
}
