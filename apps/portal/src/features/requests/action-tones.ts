import type { Tone } from "@greenroom/ui";
import type { ChangeAction } from "./plan-summary";

/** The colour of each kind of change: red only for what takes something away. */
export const ACTION_TONES = {
  CREATE: "good",
  UPDATE: "progress",
  MAY_REPLACE: "attention",
  REPLACE: "bad",
  DELETE: "bad",
  RETAIN: "attention",
} as const satisfies Record<ChangeAction, Tone>;
