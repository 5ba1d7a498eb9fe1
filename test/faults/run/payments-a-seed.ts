/** Small shops: many seeds reach more different weathers than one long one. */
export const PAYMENTS_A_SEED = 25;
