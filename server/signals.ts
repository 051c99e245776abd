const LONGEST_FAREWELL_MS = 9500;
/** `npm start` passes a Ctrl+C on to a process that already got it from the terminal: that is not a second one yet. */
const SAME_SIGNAL_MS = 500;

/** Ends the process in good order at the first SIGINT or SIGTERM, and at once at the second. */
export function onSignal(leave: () => Promise<void>): void {
  let since: number | null = null;
  const receive = () => {
    if (since !== null) {
      if (performance.now() - since > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    since = performance.now();
    setTimeout(() => process.exit(0), LONGEST_FAREWELL_MS).unref();
    leave().then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on("SIGINT", receive);
  process.on("SIGTERM", receive);
  if (process.env.npm_lifecycle_event) whenOrphaned(receive);
}

const PARENT_SEEN_EVERY_MS = 500;

/** A supervisor that stops `npm start` reaches npm and its shell only: when they are gone, so is the wish for a server. */
function whenOrphaned(act: () => void): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    act();
  }, PARENT_SEEN_EVERY_MS).unref();
}
