/** Areas are kept in m² everywhere and converted only for people. 1 mu (亩) is exactly 10000/15 m². */
export const M2_PER_MU = 10_000 / 15;
export const M2_PER_HECTARE = 10_000;
export const M2_PER_KM2 = 1_000_000;

export const toMu = (m2: number) => (m2 * 15) / 10_000;
export const fromMu = (mu: number) => (mu * 10_000) / 15;
/** Areas are told to the hundredth; more digits are noise that sums and differences leave. */
export const toldM2 = (m2: number) => Math.round(m2 * 100) / 100;

export const toHectares = (m2: number) => m2 / M2_PER_HECTARE;
export const toKm2 = (m2: number) => m2 / M2_PER_KM2;
