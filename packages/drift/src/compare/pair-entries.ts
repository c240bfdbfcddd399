/**
 * Pairs as many left entries as can be with right ones that fit, each with one (augmenting paths, as in
 * Kuhn's algorithm). Taking the first that fits would not do: an entry that declares little fits many.
 * @returns for each left entry the position of its right one, or undefined
 */
export function pairEntries<Left, Right>(
  left: readonly Left[],
  right: readonly Right[],
  fits: (left: Left, right: Right) => boolean,
): (number | undefined)[] {
  const fitting = left.map((entry) => right.flatMap((other, index) => (fits(entry, other) ? [index] : [])));
  const takenBy = new Map<number, number>();
  const place = (index: number, tried: Set<number>): boolean =>
    (fitting[index] ?? []).some((candidate) => {
      if (tried.has(candidate)) return false;
      tried.add(candidate);
      const holder = takenBy.get(candidate);
      if (holder !== undefined && !place(holder, tried)) return false;
      takenBy.set(candidate, index);
      return true;
    });
  left.forEach((_, index) => {
    place(index, new Set());
  });
  const pairs = new Map([...takenBy].map(([candidate, index]) => [index, candidate]));
  return left.map((_, index) => pairs.get(index));
}
