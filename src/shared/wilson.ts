/** The normal quantile of a 95 % interval. */
const Z = 1.959963984540054;

/** Bounds of a share, each from 0 to 1. */
export interface Interval {
  low: number;
  high: number;
}

/**
 * The 95 % Wilson score interval of a share. Unlike the usual one it stays within 0 and 1, and says
 * something true of two or three ratings.
 * @param successes from 0 to `total`
 * @returns the whole range if `total` is 0
 * @see Wilson, "Probable inference, the law of succession, and statistical inference", Journal of
 * the American Statistical Association 22, 1927
 */
export function wilsonInterval(successes: number, total: number): Interval {
  if (total === 0) return { low: 0, high: 1 };
  const share = successes / total;
  const spread = Z ** 2 / total;
  const centre = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share) + spread / 4) / total)) / (1 + spread);
  // At the ends rounding could leave a bound that is not quite 0 or 1.
  return {
    low: successes === 0 ? 0 : centre - half,
    high: successes === total ? 1 : centre + half,
  };
}
