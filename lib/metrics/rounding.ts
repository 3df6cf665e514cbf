/**
 * Rounds to a whole number, half-way values away from zero (metrics.md 0): 2.5 → 3, -2.5 → -3.
 * For money that leaves a formula as integer minor units.
 */
export function roundHalfAwayFromZero(value: number): number {
  const whole = Math.trunc(value);
  const rounded = Math.abs(value - whole) >= 0.5 ? whole + Math.sign(value) : whole;
  return rounded + 0; // turns -0 into 0
}

/**
 * Rounds to `digits` significant digits, half-way values away from zero; 0 stays 0. For limits proposed from
 * a portfolio (defaults.md, rules for loading).
 */
export function roundToSignificantDigits(value: number, digits: number): number {
  if (value === 0) {
    return 0;
  } else {
    const exponent = Math.floor(Math.log10(Math.abs(value))) - digits + 1;
    const unit = 10 ** Math.abs(exponent);
    return exponent >= 0
      ? roundHalfAwayFromZero(value / unit) * unit
      : roundHalfAwayFromZero(value * unit) / unit;
  }
}
