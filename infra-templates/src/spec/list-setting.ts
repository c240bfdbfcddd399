import { type Message, message, type SettingKey } from "@greenroom/messages";
import { z } from "zod";
import { refuse } from "./refuse";

/** What is wrong with an entry of a list, or null. `value` is as much of it as a message shows. */
export type EntryCheck = (entry: string, value: string) => Message<SettingKey> | null;

/**
 * A list of texts, one per line in the form: no entry twice, as many as allowed, and each as `check` wants
 * it.
 */
export function listSetting(
  { minimum = 0, maximum }: { minimum?: number; maximum: number },
  check: EntryCheck,
) {
  return z.array(z.string()).superRefine((entries, context) => {
    const count = entries.length;
    if (count < minimum) return refuse(context, message("spec.list.tooFew", { count, minimum }));
    if (count > maximum) return refuse(context, message("spec.list.tooMany", { count, maximum }));
    for (const [index, entry] of entries.entries()) {
      const value = entry.slice(0, 60);
      const problem = check(entry, value);
      if (problem) return refuse(context, problem);
      if (entries.indexOf(entry) !== index) return refuse(context, message("spec.list.repeated", { value }));
    }
  });
}
