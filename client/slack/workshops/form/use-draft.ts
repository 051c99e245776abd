import { useState } from "react";

/**
 * What the form shows: the record as it is now, under what was typed. Whatever others change meanwhile appears in the fields that
 * nobody here has touched, and nothing typed is lost.
 */
export function useDraft<D extends object>(record: D) {
  const [typed, setTyped] = useState<Partial<D>>({});
  const [begunWith] = useState(record);
  return {
    draft: { ...record, ...typed },
    typed,
    begunWith,
    change: <Name extends keyof D>(name: Name, value: D[Name]) =>
      setTyped((before) => ({ ...before, [name]: value })),
  };
}

/** One field of a form: what it shows, how it changes, and what is wrong with it. */
export type FieldOf<D> = <Name extends keyof D & string>(
  name: Name,
) => { value: D[Name]; change: (value: D[Name]) => void; error: string | undefined };
