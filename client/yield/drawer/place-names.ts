import { useMemo } from "react";
import type { Text } from "../../../domain/api/text.ts";
import { useText } from "../../language/use-language.ts";
import { useHead } from "../worker/use-picture.ts";

type Named = readonly { code: string; name: Text }[];

/** Names of places in the reader's language; as the list gives them while the run's head is still on its way. */
export function usePlaceNames() {
  const head = useHead();
  const text = useText();
  const value = head.state === "ready" ? head.value : null;
  const names = useMemo(() => {
    const byCode = (places: Named) => new Map(places.map(({ code, name }) => [code, name]));
    return value && { districts: byCode(value.districts), parks: byCode(value.parks) };
  }, [value]);
  const named = (name: Text | undefined, otherwise: string) => (name ? text(name) : otherwise);
  return {
    district: (code: string, otherwise: string) => named(names?.districts.get(code), otherwise),
    park: (code: string, otherwise: string) => named(names?.parks.get(code), otherwise),
  };
}
