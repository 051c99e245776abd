/** The names of the shares, and what may be counted or left out; the address of a page spells both. */

export const SHARE_IDS = ["R1", "R1p", "R2", "R3"] as const;
export type ShareId = (typeof SHARE_IDS)[number];

export const SWITCHES = ["m0", "warehouse", "negotiated", "lease_then_transfer"] as const;
export type Switch = (typeof SWITCHES)[number];

/** Whether each counts as industry, or as a transfer. */
export type Switches = Readonly<Record<Switch, boolean>>;

/** M0 has the code of industry; the rest is left out unless somebody asks for it. */
export const DEFAULT_SWITCHES: Switches = {
  m0: true,
  warehouse: false,
  negotiated: false,
  lease_then_transfer: false,
};
