/**
 * The engine lists all symbols of a library anew for each one that it looks up. PostGIS has more than twenty thousand, and
 * enabling it asks for some 1,500 of them: seconds of a first start, and of the first use of each function ever after. A
 * library's symbols stay as they are once it is loaded, and nothing but `Object.keys` can be reached from outside.
 */
export function listSymbolsOnce(): void {
  const listed = new WeakMap<object, string[]>();
  const { keys } = Object;
  Object.keys = (value: object): string[] => {
    if (!isLibrary(value)) return keys(value);
    const known = listed.get(value) ?? keys(value);
    listed.set(value, known);
    return known;
  };
}

/** What the linker puts into every library, and nobody into anything else. */
const isLibrary = (value: object): boolean => Object.hasOwn(value, "__wasm_call_ctors");
