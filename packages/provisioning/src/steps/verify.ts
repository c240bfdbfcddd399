import { done, type StepRunner, targetOf } from "../slice";

/**
 * Comes before every effect. What is to be done was held against its approval when this slice read it, as
 * every slice does; where it will be done is asked of AWS: the credentials must be of the account that was
 * planned for.
 */
export const verify: StepRunner = async (slice) => {
  const { stacks = [], removed = [] } = slice.subject.plan ?? {};
  for (const { key } of [...stacks, ...removed]) await slice.deps.stacks.proveAccount(targetOf(slice, key));
  return done();
};
