/** A ten-thousandth of a millimetre in degrees. */
const DECIMALS = 9;

/**
 * A coordinate that somebody sent, to what no map shows: the areas between coordinates like 1e-148 are none, and the embedded database
 * never comes back from reckoning with them.
 */
export const rounded = (coordinate: number): number => Number(coordinate.toFixed(DECIMALS));
