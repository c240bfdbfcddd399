import type { SettingKey } from "@greenroom/messages";
import { z } from "zod";

/** What is wrong with an entry of a list, or null. */
export type EntryCheck = (entry: string) => { message: SettingKey; params?: Record<string, string> } | null;

/** A list of texts, one a line in the form: no entry twice, as many as allowed, and each as `check` wants it. */
export function listSetting(
  { minimum = 0, maximum }: { minimum?: number; maximum: number },
  check: EntryCheck,
) {
  return z.array(z.string()).superRefine((entries, context) => {
    const refuse = (message: SettingKey, params: Record<string, string | number>) =>
      context.addIssue({ code: "custom", message, params });
    if (entries.length < minimum) return refuse("spec.list.tooFew", { count: entries.length, minimum });
    if (entries.length > maximum) return refuse("spec.list.tooMany", { count: entries.length, maximum });
    for (const [index, entry] of entries.entries()) {
      const value = entry.slice(0, 60);
      const problem = check(entry);
      if (problem) return refuse(problem.message, { value, ...problem.params });
      if (entries.indexOf(entry) !== index) return refuse("spec.list.repeated", { value });
    }
  });
}
