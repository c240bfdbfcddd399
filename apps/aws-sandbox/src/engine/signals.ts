import type { Json } from "@greenroom/template";
import { isObject } from "@greenroom/template";
import { isCustom } from "../resources/specification";
import type { Run } from "../sandbox";
import type { StackResource } from "../state/types";
import { ResourceFailure, waitUntil } from "./run";

/** What a new resource waits for once it is there. */
export interface SignalWait {
  /** Signals of success that are needed. */
  count: number;
  /** Of AWS's time. */
  seconds: number;
  /** The reason when the time is over. */
  late: (received: number) => string;
}

const DEFAULT_TIMEOUT_SECONDS = 300;
const CUSTOM_TIMEOUT_SECONDS = 3600;
const WAIT_CONDITION = "AWS::CloudFormation::WaitCondition";
const GROUP = "AWS::AutoScaling::AutoScalingGroup";

/**
 * Which signals CloudFormation expects: by the creation policy (of instances, their groups and wait
 * conditions), or at the handle of a wait condition, where nobody can signal in the sandbox.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-creationpolicy.html; the
 * reasons as in AWS's events, see https://github.com/aws-samples/immersive-media-refarch/issues/7
 */
export function signalsFor(
  type: string,
  properties: Record<string, unknown>,
  creationPolicy: Json | undefined,
): SignalWait | undefined {
  const policy = isObject(creationPolicy) ? creationPolicy : {};
  if (isObject(policy.ResourceSignal)) {
    const { Count = 1, Timeout } = policy.ResourceSignal;
    const seconds = secondsOf(Timeout);
    if (type === GROUP) return forGroup(Number(Count), seconds, policy.AutoScalingCreationPolicy);
    const late = () => `Failed to receive ${Number(Count)} resource signal(s) within the specified duration`;
    return { count: Number(Count), seconds, late };
  }
  if (type !== WAIT_CONDITION) return undefined;
  const count = Number(properties.Count ?? 1);
  const late = (received: number) =>
    `WaitCondition timed out. Received ${received} conditions when expecting ${count}`;
  return { count, seconds: Number(properties.Timeout ?? 0), late };
}

function forGroup(total: number, seconds: number, policy: unknown): SignalWait {
  const percent = Number((isObject(policy) ? policy.MinSuccessfulInstancesPercent : undefined) ?? 100);
  const late = (received: number) =>
    `Received ${received} SUCCESS signal(s) out of ${total}. Unable to satisfy ${percent}% MinSuccessfulInstancesPercent requirement`;
  return { count: Math.ceil((total * percent) / 100), seconds, late };
}

/** An ISO 8601 duration such as PT1H30M. */
function secondsOf(duration: unknown): number {
  const found = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(String(duration ?? ""));
  if (!found) return DEFAULT_TIMEOUT_SECONDS;
  const [hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0));
  return hours * 3600 + minutes * 60 + seconds;
}

/**
 * Waits for the signals of a resource that is there. @throws ResourceFailure when one says FAILURE, or the
 * time is over
 */
export async function awaitSignals(run: Run, resource: StackResource, wait: SignalWait): Promise<void> {
  const { sandbox, stack } = run;
  if (resource.pending?.stage !== "signalling") {
    const until = Date.now() + sandbox.durations.ofSeconds(wait.seconds);
    resource.pending = { action: resource.pending?.action ?? "create", stage: "signalling", until };
    sandbox.store.saveResource(stack, resource);
  }
  for (;;) {
    const signals = resource.signals ?? [];
    const refusal = signals.find(({ status }) => status === "FAILURE");
    if (refusal) throw new ResourceFailure(`Received FAILURE signal with UniqueId ${refusal.uniqueId}`);
    if (signals.length >= wait.count) return;
    const until = resource.pending?.until ?? 0;
    if (Date.now() >= until) throw new ResourceFailure(wait.late(signals.length));
    await waitUntil(run, until, { wake: run.signalled.signal });
  }
}

/** A signal has come: who waits for one looks again. */
export function wake(run: Run): void {
  const { signalled } = run;
  run.signalled = new AbortController();
  signalled.abort();
}

/** How long AWS waits for the answer of a custom resource (property ServiceTimeout). */
export function answerSeconds(properties: Record<string, unknown>): number {
  return Number(properties.ServiceTimeout ?? CUSTOM_TIMEOUT_SECONDS);
}

/**
 * Waits in vain for the function behind a custom resource: nothing runs in the sandbox. @throws
 * ResourceFailure
 */
export async function awaitAnswer(run: Run, resource: StackResource): Promise<void> {
  if (!isCustom(resource.type)) return;
  await waitUntil(run, resource.pending?.until ?? 0);
  throw new ResourceFailure(
    `CloudFormation did not receive a response from your Custom Resource. Please check your logs for requestId [${run.operation.id}]. If you are using the Python cfn-response module, you may need to update your Lambda function code so that CloudFormation can attach the updated version.`,
  );
}
