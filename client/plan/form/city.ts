/** Where what is of the whole city is acted on: no officer of a district acts there. */
export const CITY = "510100";
