import type { Tone } from "@greenroom/ui";
import type { LucideIcon } from "lucide-react";

/**
 * Something that is true of a stack or a resource at the moment: its state in a run, what a plan does to it.
 */
export interface Mark {
  icon: LucideIcon;
  tone: Tone;
  label: string;
  /** Something is at work. */
  isMoving?: boolean;
}

/** What is to be shown on the nodes beside what they are; whoever shows a diagram says it. */
export interface Marks {
  /** Stack key → its marks. */
  stacks: Readonly<Record<string, readonly Mark[]>>;
  /** Stack key → logical id → its mark. */
  resources: Readonly<Record<string, Readonly<Record<string, Mark>>>>;
}

export const NO_MARKS: Marks = { stacks: {}, resources: {} };

/** The marks of some resources, each once with how many have it, the worst first. */
export function countMarks(marks: readonly (Mark | undefined)[]): { mark: Mark; count: number }[] {
  const counted = new Map<string, { mark: Mark; count: number }>();
  for (const mark of marks) {
    if (!mark) continue;
    const known = counted.get(mark.label);
    counted.set(mark.label, { mark, count: (known?.count ?? 0) + 1 });
  }
  return [...counted.values()].sort((a, b) => GRAVITY[b.mark.tone] - GRAVITY[a.mark.tone]);
}

const GRAVITY: Record<Tone, number> = { bad: 4, attention: 3, progress: 2, good: 1, neutral: 0 };
