/**
 * Elementary functions built from +, −, × and ÷ alone. IEEE 754 fixes the result of those to the last bit, while engines may
 * differ in the last bit of Math.exp and Math.cos; the dataset must be the same bytes everywhere.
 */
export function exp(x: number): number {
  const halvings = Math.round(x / Math.LN2);
  const rest = x - halvings * Math.LN2;
  let sum = 1;
  let term = 1;
  for (let n = 1; n <= 16; n++) {
    term = (term * rest) / n;
    sum += term;
  }
  for (let i = 0; i < halvings; i++) sum *= 2;
  for (let i = 0; i > halvings; i--) sum /= 2;
  return sum;
}

export function sinDegrees(angle: number): number {
  const x = (angle * Math.PI) / 180;
  let sum = x;
  let term = x;
  for (let n = 1; n <= 12; n++) {
    term = (-term * x * x) / (2 * n * (2 * n + 1));
    sum += term;
  }
  return sum;
}

export const cosDegrees = (angle: number) => sinDegrees(90 - angle);

export const rounded = (value: number, decimals: number) => {
  let factor = 1;
  for (let i = 0; i < decimals; i++) factor *= 10;
  return Math.round(value * factor) / factor;
};
