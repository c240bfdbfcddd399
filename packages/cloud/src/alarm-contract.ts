import type { AccountPlace } from "./contract";

/** What an alarm measures now, and whom it tells. */
export interface Alarm {
  name: string;
  state: "OK" | "ALARM" | "INSUFFICIENT_DATA";
  /** AWS's words. */
  reason: string;
  /** When it came to this state. */
  since: Date;
  /** ARNs of what it tells: SNS topics for the most part. */
  actions: string[];
}

/** Asks CloudWatch. All failures are AppErrors, as of `CloudStacks`. */
export interface AlarmReader {
  /**
   * The metric alarms of these names, in one call for each hundred; those that are not there are left out.
   */
  findAlarms(place: AccountPlace, names: readonly string[]): Promise<Alarm[]>;
}
