import type { StepKind } from "../schema";
import { applyStack } from "./apply-stack";
import { clean } from "./clean";
import { deleteStack } from "./delete-stack";
import { check, compare, policy, price, synthesize } from "./plan-steps";
import { record } from "./record";
import { rollBack } from "./roll-back";
import type { StepRunner } from "./slice";
import { verify } from "./verify";

/** Who does which step; a kind without a runner does not compile. */
export const STEP_RUNNERS: Record<StepKind, StepRunner> = {
  SYNTHESIZE: synthesize,
  COMPARE: compare,
  CHECK: check,
  POLICY: policy,
  PRICE: price,
  VERIFY: verify,
  CLEAN: clean,
  ROLL_BACK: rollBack,
  APPLY_STACK: applyStack,
  DELETE_STACK: deleteStack,
  RECORD: record,
};
