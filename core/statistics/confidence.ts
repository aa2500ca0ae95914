/** Every interval of the product is a 95 % interval (kpi-spec G10): each tail holds this share. */
export const TAIL = 0.025;

/** Quantile of the standard normal distribution at 1 - TAIL. */
export const Z = 1.959963984540054;
