import { useEffect, useRef, useState } from "react";
import { askToSignIn } from "../../account/opened.ts";
import { ProblemError, readAgain } from "../../state/answers.ts";
import { casePath } from "./paths.ts";
import { type Unfit, unfit, upload } from "./upload.ts";

/** Files on their way to a case. What went well leaves the list, for then it is among the files. */

export type Upload = {
  key: number;
  name: string;
  progress: number;
  wrong: Unfit | "offline" | "cancelled" | ProblemError | null;
  stop: AbortController;
};

let counted = 0;

export function useUploads(id: number) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const leaving = useRef(new Set<AbortController>());
  useEffect(() => {
    const under = leaving.current;
    return () => {
      for (const stop of under) stop.abort();
    };
  }, []);

  const change = (key: number, part: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const drop = (key: number) => setUploads((all) => all.filter((one) => one.key !== key));

  async function send(file: File) {
    const stop = new AbortController();
    const key = ++counted;
    setUploads((all) => [...all, { key, name: file.name, progress: 0, wrong: unfit(file), stop }]);
    if (unfit(file)) return;
    leaving.current.add(stop);
    try {
      const progress = (share: number) => change(key, { progress: share });
      await upload(`${casePath(id)}/files`, file, { progress, signal: stop.signal });
      drop(key);
    } catch (error) {
      const wrong = stop.signal.aborted ? "cancelled" : error instanceof ProblemError ? error : "offline";
      change(key, { wrong });
      if (error instanceof ProblemError && error.problem.status === 401) askToSignIn("ended");
    } finally {
      leaving.current.delete(stop);
      readAgain();
    }
  }
  return { uploads, add: (files: Iterable<File>) => [...files].map(send), drop };
}
