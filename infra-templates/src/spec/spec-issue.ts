import type { Message, SettingKey } from "@greenroom/messages";

/** A choice that its context or another choice forbids. `path` leads to the setting. */
export interface SpecIssue {
  path: string;
  message: Message<SettingKey>;
}

/**
 * Something that AWS does not delete while a setting of the spec says so; the message names the setting and
 * the remedy.
 */
export type DeletionBlock = SpecIssue;
