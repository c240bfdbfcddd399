import { type Message, message } from "@greenroom/messages";
import type { RawFinding } from "./finding";

interface KnownException {
  rules: readonly string[];
  /** Narrows it to the findings that say this; all of the rules' findings when absent. */
  says?: RegExp;
  reason: Message;
}

/**
 * Findings of cloudformation-validate 1.14 that are wrong or beside the point for every generated template:
 * the one place for them. They are shown as accepted, with these reasons. aws-cdk-lib's own validation leaves
 * the same rules out silently.
 */
const KNOWN_EXCEPTIONS: readonly KnownException[] = [
  {
    rules: ["W3005"],
    reason: message("rule.exception.statedDependency"),
  },
  {
    rules: ["W1020"],
    reason: message("rule.exception.plainSub"),
  },
  {
    rules: ["W9002", "W9013"],
    reason: message("rule.exception.ownArns"),
  },
  {
    rules: ["W3010"],
    reason: message("rule.exception.zonesOfTable"),
  },
  {
    rules: ["W1030"],
    says: /^PermissionsBoundary: .* default ''/,
    reason: message("rule.exception.emptyBoundary"),
  },
];

/** Why a finding is known to be no finding; null for one that counts. */
export function knownException({ engine, rule, message: found }: RawFinding): Message | null {
  if (engine !== "cloudformation-validate") return null;
  const exception = KNOWN_EXCEPTIONS.find(
    ({ rules, says }) => rules.includes(rule) && (says === undefined || says.test(found)),
  );
  return exception?.reason ?? null;
}
