import type { Layout } from "../../../../domain/api/layout.ts";
import { useDistrictName } from "../../../account/district-name.ts";
import { industryName } from "../../../language/industries.ts";
import { useText, useWords } from "../../../language/use-language.ts";
import { useAnswer } from "../../../state/answers.ts";
import { useView } from "../../../state/store.ts";

/** What stands in a field, for a reader: codes by the names they have. */
export function useTold(): (name: string, value: string | boolean | readonly string[]) => string {
  const words = useWords();
  const text = useText();
  const { language } = useView();
  const districtName = useDistrictName();
  const layout = useAnswer<Layout>("/api/layout");
  const industry = (code: string) => industryName(code, language);
  const park = (code: string) => {
    const parks = layout.state === "ready" ? layout.value.parks : [];
    const found = parks.find((one) => one.code === code);
    return found ? text(found.name) : code;
  };
  const names: Readonly<Record<string, (code: string) => string>> = {
    district_code: districtName,
    districts: districtName,
    industry_code: industry,
    industries: industry,
    park_code: park,
  };
  return (name, value) => {
    if (typeof value === "boolean") return value ? words.sheet.yes : words.sheet.no;
    const codes = typeof value === "string" ? [value] : value;
    return codes
      .filter(Boolean)
      .map((code) => names[name]?.(code) ?? code)
      .join(language === "zh" ? "、" : ", ");
  };
}
