/**
 * Shares stacks out so that each share has about the same amount of template: the largest first, each to the share that has least
 * so far. The same stacks are always shared out alike, so that a child meets again what it remembers. No share is empty, but for the first.
 */
export function shareStacks<Stack extends { template: string }>(
  stacks: readonly Stack[],
  count: number,
): Stack[][] {
  const shares = Array.from({ length: count }, () => ({ length: 0, stacks: [] as Stack[] }));
  for (const stack of stacks.toSorted((one, other) => other.template.length - one.template.length)) {
    const least = shares.reduce((one, other) => (other.length < one.length ? other : one));
    least.length += stack.template.length;
    least.stacks.push(stack);
  }
  return shares.map((share) => share.stacks).filter((share, index) => index === 0 || share.length > 0);
}
