/** The value below which `share` (0 to 1) of the numbers lie, interpolated. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/**
 * 95 % bootstrap interval of the ratio of two quantiles: how far the ratio moves when the samples are drawn
 * again.
 */
export function ratioInterval(
  a: readonly number[],
  b: readonly number[],
  share: number,
  draws = 1000,
): [number, number] {
  const draw = (numbers: readonly number[]) =>
    numbers.map(() => numbers[Math.floor(Math.random() * numbers.length)] as number);
  const ratios = Array.from({ length: draws }, () => quantile(draw(a), share) / quantile(draw(b), share));
  return [quantile(ratios, 0.025), quantile(ratios, 0.975)];
}

/** One line of the printed table. `goal` says what was hoped for; a missed goal is printed as missed. */
export interface Finding {
  what: string;
  measured: string;
  control: string;
  result: string;
  goal: string;
  isMet: boolean | null;
}

export const milliseconds = (ms: number): string => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
