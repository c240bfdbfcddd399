import { cva } from "class-variance-authority";
import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

export type Tone = "neutral" | "progress" | "attention" | "good" | "bad";

const badge = cva(
  "inline-flex max-w-full items-center gap-1 whitespace-nowrap rounded-full px-2 py-0.5 font-medium text-xs [&_svg]:size-3.5 [&_svg]:shrink-0",
  {
    variants: {
      tone: {
        neutral: "bg-sunken text-ink-muted",
        progress: "bg-progress-soft text-progress",
        attention: "bg-attention-soft text-attention",
        good: "bg-good-soft text-good",
        bad: "bg-bad-soft text-bad",
      },
    },
  },
);

export function Badge({
  tone = "neutral",
  className,
  children,
}: {
  tone?: Tone;
  className?: string;
  children: ReactNode;
}) {
  return <span className={cn(badge({ tone }), className)}>{children}</span>;
}

/** A state as icon, word and colour together, so that none of them carries it alone. */
export function StatusBadge({
  icon: Icon,
  tone,
  label,
  isMoving = false,
}: {
  icon: LucideIcon;
  tone: Tone;
  label: string;
  /** The icon turns: something is at work. */
  isMoving?: boolean;
}) {
  return (
    <Badge tone={tone}>
      <Icon aria-hidden className={isMoving ? "animate-spin [animation-duration:2s]" : undefined} />
      {label}
    </Badge>
  );
}
