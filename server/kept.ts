/** Things kept in memory up to a number of bytes; what was not asked for longest goes first. */
export function createKept<T>(most: number, sizeOf: (value: T) => number) {
  const values = new Map<string, T>();
  let bytes = 0;

  function drop(name: string) {
    const value = values.get(name);
    if (value === undefined) return;
    values.delete(name);
    bytes -= sizeOf(value);
  }

  return {
    get(name: string): T | undefined {
      const value = values.get(name);
      if (value === undefined) return undefined;
      values.delete(name);
      values.set(name, value);
      return value;
    },
    set(name: string, value: T) {
      drop(name);
      values.set(name, value);
      bytes += sizeOf(value);
      for (const oldest of values.keys()) {
        if (bytes <= most) return;
        drop(oldest);
      }
    },
  };
}
