/** Takes a value into a list, or out of it. */
export const toggle = <T>(values: readonly T[], value: T): T[] =>
  values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
