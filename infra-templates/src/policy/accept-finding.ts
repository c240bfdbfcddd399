import type { Message } from "@greenroom/messages";
import { type App, CfnElement, Stack } from "aws-cdk-lib";
import type { LocalText } from "../model/local-text";

/** A policy finding somebody answered for: it is shown with its reason and stops nobody. */
export interface AcceptedFinding {
  stackKey: string;
  logicalId: string;
  rule: string;
  reason: LocalText;
  /** The requester's own choice: a warning that an approver weighs. */
  isChoice: boolean;
  /** What a requester may choose instead. */
  remedy?: Message;
}

type Answer = Pick<AcceptedFinding, "reason" | "isChoice" | "remedy">;

/**
 * Beside the constructs and not in them: CDK's own acknowledgements end up in the assembly, ours must not
 * change a byte.
 */
const accepted = new WeakMap<CfnElement, Map<string, Answer>>();

/**
 * The one way to accept a policy finding. It stands beside the construct it is about, under the condition
 * that makes it true. `rule` is an id of cdk-nag ("AwsSolutions-VPC7") or of cloudformation-validate
 * ("W3010"). A cdk-nag rule that tells several findings on one resource ("AwsSolutions-IAM5[Resource::*]") is
 * accepted one by one, or all of them by the id before the bracket. `reason` is read by approvers: say why it
 * is right here. What is so because the requester chose it is `acceptChoice`. A test reports an acceptance
 * that meets no finding in any preset or option.
 */
export function acceptFinding(element: CfnElement, rule: string, reason: LocalText): void {
  accept(element, rule, { reason, isChoice: false });
}

/**
 * As `acceptFinding`, for what a requester may choose: it fails no plan, and is shown as a warning with
 * reason and remedy, which names the setting to choose otherwise.
 */
export function acceptChoice(element: CfnElement, rule: string, remedy: Message, reason: LocalText): void {
  accept(element, rule, { reason, isChoice: true, remedy });
}

function accept(element: CfnElement, rule: string, answer: Answer): void {
  accepted.set(element, (accepted.get(element) ?? new Map()).set(rule, answer));
}

/** Every acceptance in the app, in the order of its constructs. */
export function acceptedFindings(app: App): AcceptedFinding[] {
  return app.node
    .findAll()
    .filter((construct): construct is CfnElement => CfnElement.isCfnElement(construct))
    .flatMap((element) => {
      const stack = Stack.of(element);
      return [...(accepted.get(element) ?? [])].map(([rule, answer]) => ({
        stackKey: stack.node.path,
        logicalId: stack.resolve(element.logicalId) as string,
        rule,
        ...answer,
      }));
    });
}

/** Whether an acceptance of `rule` covers a finding of `foundRule`. */
export function covers(rule: string, foundRule: string): boolean {
  return foundRule === rule || foundRule.startsWith(`${rule}[`);
}
