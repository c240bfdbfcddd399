import type { Message, SettingKey } from "@greenroom/messages";
import type { z } from "zod";

/**
 * Refuses a value of a spec, in words that `describeSpecProblems` reads back. `path` leads on from the value
 * that is checked.
 */
export function refuse(
  context: z.core.$RefinementCtx,
  { key, values }: Message<SettingKey>,
  ...path: string[]
): void {
  context.addIssue({ code: "custom", path, message: key, params: values });
}
