import type { Layout } from "../../domain/api/layout.ts";
import { useText } from "../language/use-language.ts";
import { useAnswer } from "../state/answers.ts";

/** What a district is called; its code where it is not on the map. */
export function useDistrictName(): (code: string) => string {
  const text = useText();
  const layout = useAnswer<Layout>("/api/layout");
  const districts = layout.state === "ready" ? layout.value.districts : [];
  return (code) => {
    const found = districts.find((district) => district.code === code);
    return found ? text(found.name) : code;
  };
}
