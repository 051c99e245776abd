/** A parcel less than half inside a park counts as scattered (园外零散). */
export const SCATTERED_BELOW = 0.5;
