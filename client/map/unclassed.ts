/** What stands in the place of a class: nothing is known of the thing, or the filter leaves it out. */
export const UNKNOWN = 255;
export const FILTERED_OUT = 254;
