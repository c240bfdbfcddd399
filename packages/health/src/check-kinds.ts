/** What is looked at. */
export const CHECK_KINDS = ["STACKS", "ALARMS"] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];
