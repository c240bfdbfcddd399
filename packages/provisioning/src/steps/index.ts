import type { StepKind } from "../schema";
import { applyStack } from "./apply-stack";
import { check } from "./check";
import { clean } from "./clean";
import { compare } from "./compare";
import { deleteStack } from "./delete-stack";
import { policy } from "./policy";
import { price } from "./price";
import { record } from "./record";
import { rollBack } from "./roll-back";
import type { StepRunner } from "./slice";
import { synthesize } from "./synthesize";
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
