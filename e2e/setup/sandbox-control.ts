/** The sandbox's own control endpoint: what a test does behind CloudFormation's back. */
const post = async (path: string, body: unknown, method = "POST"): Promise<void> => {
  const answer = await fetch(`${process.env.E2E_SANDBOX_URL}${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: method === "DELETE" ? undefined : JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: HTTP ${answer.status} ${await answer.text()}`);
};

export interface Fault {
  stackName?: string;
  logicalId?: string;
  resourceType?: string;
  phase: "create" | "update" | "delete";
  message: string;
}

/** The next operation that matches fails with this message. */
export const injectFault = (fault: Fault): Promise<void> => post("/_sandbox/faults", fault);

/** Resources of this type in this stack take this long from now on. */
export const slowDown = (rule: {
  stackName: string;
  resourceType: string;
  milliseconds: number;
}): Promise<void> => post("/_sandbox/durations", rule);

/** Changes a live resource behind CloudFormation's back. */
export const tamper = (change: {
  stackName: string;
  logicalId: string;
  path: string;
  value: unknown;
}): Promise<void> => post("/_sandbox/tamper", change);
