import type { ChangeSetSnapshot, StackEvent, StackPhase } from "@greenroom/cloud";

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

export const PHASES: Record<string, StackPhase> = {
  CREATE_COMPLETE: "SUCCEEDED",
  UPDATE_COMPLETE: "SUCCEEDED",
  UPDATE_ROLLBACK_COMPLETE: "ROLLED_BACK",
  UPDATE_ROLLBACK_FAILED: "FAILED",
  ROLLBACK_COMPLETE: "ONLY_DELETABLE",
  REVIEW_IN_PROGRESS: "REVIEW",
  DELETE_COMPLETE: "DELETED",
  DELETE_FAILED: "FAILED",
};
