/** The group of districts that the product is about, as documents and the database name it. */
export const EMERGING = "新兴七区";

/** The seven emerging districts: today's codes, and the county codes they replaced. */
export const EMERGING_DISTRICTS = [
  { code: "510112", name: "龙泉驿区", nameEn: "Longquanyi" },
  { code: "510113", name: "青白江区", nameEn: "Qingbaijiang" },
  { code: "510114", name: "新都区", nameEn: "Xindu" },
  { code: "510115", name: "温江区", nameEn: "Wenjiang" },
  { code: "510116", name: "双流区", nameEn: "Shuangliu" },
  { code: "510117", name: "郫都区", nameEn: "Pidu" },
  { code: "510118", name: "新津区", nameEn: "Xinjin" },
] as const;

export type EmergingDistrictCode = (typeof EMERGING_DISTRICTS)[number]["code"];

/** Former counties, by the code that documents issued before their upgrade still carry. */
const FORMER_CODES: Readonly<Record<string, EmergingDistrictCode>> = {
  "510125": "510114",
  "510123": "510115",
  "510122": "510116",
  "510124": "510117",
  "510132": "510118",
};

/** Today's code for a district code of any age. */
export const currentDistrictCode = (code: string): string =>
  Object.hasOwn(FORMER_CODES, code) ? (FORMER_CODES[code] ?? code) : code;

/**
 * Codes for the copies of the city that measurements lay side by side: `9`, the copy number in three digits, and the last
 * two digits of the original. GB/T 2260 assigns no province to 9, so they can never meet a real code.
 */
export const copiedDistrictCode = (code: string, copy: number): string =>
  copy === 0 ? code : `9${String(copy).padStart(3, "0")}${code.slice(4)}`;
