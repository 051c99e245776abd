/** Who may write what. A role carries rights; a district officer has them in one district alone. */

export const ROLES = ["viewer", "planner", "district_officer", "city_officer", "administrator"] as const;
export type Role = (typeof ROLES)[number];

export const RIGHTS = [
  /** Rating schemes. */
  "schemes",
  /** Draft runs of ratings and screenings. */
  "drafts",
  /** Publishing and withdrawing runs. */
  "publication",
  /** What firms say of their ratings, and what is decided on it. */
  "responses",
  /** What grades are used for. */
  "policies",
  "cases",
  "workshops",
  /** What-ifs of land. */
  "scenarios",
  /** Figures and tasks of the plan. */
  "plan",
  "accounts",
  /** Reading what everybody wrote. */
  "audit",
] as const;
export type Right = (typeof RIGHTS)[number];

const PLANNING: readonly Right[] = ["schemes", "drafts", "scenarios"];
const OFFICE: readonly Right[] = ["responses", "cases", "workshops", "plan"];

const OF_ROLE: Readonly<Record<Role, readonly Right[]>> = {
  viewer: [],
  planner: PLANNING,
  district_officer: OFFICE,
  city_officer: [...PLANNING, ...OFFICE, "publication", "policies"],
  administrator: RIGHTS,
};

export type Holder = { role: Role; district: string | null };

export const rightsOf = (role: Role): readonly Right[] => OF_ROLE[role];

export const hasRight = ({ role }: Holder, right: Right): boolean => OF_ROLE[role].includes(right);

/** Whether it may act on what lies in a district. */
export const actsIn = ({ role, district }: Holder, code: string): boolean =>
  role !== "district_officer" || district === code;
