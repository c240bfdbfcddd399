import type { Tone } from "@greenroom/ui";
import { type LucideIcon, Minus, Pencil, Plus, RefreshCw, Shield } from "lucide-react";
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

export const ACTION_ICONS = {
  CREATE: Plus,
  UPDATE: Pencil,
  MAY_REPLACE: RefreshCw,
  REPLACE: RefreshCw,
  DELETE: Minus,
  RETAIN: Shield,
} as const satisfies Record<ChangeAction, LucideIcon>;
