import type { ChangeSetSnapshot, StackEvent } from "@greenroom/cloud";

export interface FakeStack {
  id: string;
  name: string;
  status: string;
  isProtected: boolean;
  tags: Record<string, string>;
  template: { Resources: Record<string, { Type: string }> } | null;
  events: StackEvent[];
  /** Looks until the operation ends, and what then happens. */
  looksLeft: number;
  finish: (() => void) | null;
}

export interface FakeChangeSet extends ChangeSetSnapshot {
  name: string;
  tags: Record<string, string>;
  template: string;
}
