import type { SettingKey } from "@greenroom/messages";

/** A choice that its context or another choice forbids; `params` fill the holes of the message. */
export interface SpecIssue {
  path: string;
  message: SettingKey;
  params?: Record<string, string | number | boolean | null>;
}

/** Something AWS does not delete while a setting of the spec says so. `path` leads to the setting, `message` names it and the remedy. */
export type DeletionBlock = Omit<SpecIssue, "params">;
