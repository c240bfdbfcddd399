/**
 * Some 300 ms of work, by template characters: for less than this, a second child's start and memory are not
 * worth it.
 */
const FULL_SHARE = 200_000;

/**
 * Shares stacks out so that each share has about the same amount of template: the largest first, each to the
 * share that has least so far. The same stacks are always shared out alike, so that a child meets again what
 * it remembers.
 * @param most shares there may be; there are fewer when there is less to do, and always one
 */
export function divideStacks<Stack extends { template: string }>(
  stacks: readonly Stack[],
  most: number,
): Stack[][] {
  const total = stacks.reduce((sum, { template }) => sum + template.length, 0);
  const count = Math.max(1, Math.min(most, stacks.length, Math.ceil(total / FULL_SHARE)));
  const shares = Array.from({ length: count }, () => ({ length: 0, stacks: [] as Stack[] }));
  for (const stack of stacks.toSorted((one, other) => other.template.length - one.template.length)) {
    const least = shares.reduce((one, other) => (other.length < one.length ? other : one));
    least.length += stack.template.length;
    least.stacks.push(stack);
  }
  return shares.map((share) => share.stacks);
}
