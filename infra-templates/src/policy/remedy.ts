import { type Message, message, verbatim } from "@greenroom/messages";
import type { RawFinding } from "./finding";

/**
 * What to do about a family of cloudformation-validate's rules, for those that do not advise themselves.
 * Longest prefix wins.
 */
const REMEDIES: Record<string, Message> = {
  F: message("rule.fix.template"),
  F3: message("rule.fix.schema"),
  F3006: message("rule.fix.resourceType"),
  E1: message("rule.fix.structure"),
  F1: message("rule.fix.reference"),
  E2: message("rule.fix.parameter"),
  E3: message("rule.fix.property"),
  E2533: message("rule.fix.runtime"),
  E6: message("rule.fix.output"),
  F6: message("rule.fix.outputValue"),
  E8: message("rule.fix.condition"),
  E9: message("rule.fix.attribute"),
  W1: message("rule.fix.function"),
  W2: message("rule.fix.setting"),
  W3: message("rule.fix.change"),
};

/** The rule's own advice, which is English, after ours where it has one; else ours for its family. */
export function remedyOf({ rule, advice }: Pick<RawFinding, "rule" | "advice">): Message {
  if (advice) return message("rule.fix.asAdvised", { advice: verbatim(advice) });
  for (let length = rule.length; length > 0; length--) {
    const remedy = REMEDIES[rule.slice(0, length)];
    if (remedy) return remedy;
  }
  return message("rule.fix.resource");
}
