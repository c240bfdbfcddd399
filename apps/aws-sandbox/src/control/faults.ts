/** Which operation is to fail. An absent selector matches anything. */
export interface Fault {
  stackName?: string;
  logicalId?: string;
  resourceType?: string;
  phase?: "create" | "update" | "delete";
  message: string;
  /** How many more operations it hits. */
  times: number;
}

/** Failures that tests ask for in advance. */
export class Faults {
  private readonly waiting: Fault[] = [];

  add(fault: Fault): void {
    this.waiting.push(fault);
  }

  clear(): void {
    this.waiting.length = 0;
  }

  get list(): readonly Fault[] {
    return this.waiting;
  }

  /** The message of the first fault that matches, which is used up by one. */
  take(operation: {
    stackName: string;
    logicalId: string;
    resourceType: string;
    phase: string;
  }): string | undefined {
    const fault = this.waiting.find(
      ({ stackName, logicalId, resourceType, phase }) =>
        (stackName === undefined || stackName === operation.stackName) &&
        (logicalId === undefined || logicalId === operation.logicalId) &&
        (resourceType === undefined || resourceType === operation.resourceType) &&
        (phase === undefined || phase === operation.phase),
    );
    if (!fault) return undefined;
    fault.times -= 1;
    if (fault.times <= 0) this.waiting.splice(this.waiting.indexOf(fault), 1);
    return fault.message;
  }
}
