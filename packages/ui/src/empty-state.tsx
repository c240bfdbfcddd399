import { CircleAlert, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

interface StateProps {
  title: string;
  /** Why it is so, and what to do. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Stands where a list would be: why it is empty and what to do. */
export function EmptyState({ icon: Icon, title, children, action }: StateProps & { icon?: LucideIcon }) {
  return (
    <div className="grid justify-items-center gap-2 rounded-lg border border-dashed px-4 py-8 text-center">
      {Icon ? <Icon aria-hidden className="size-5 text-ink-muted" /> : null}
      <p className="font-medium">{title}</p>
      {children ? <div className="max-w-md text-ink-muted">{children}</div> : null}
      {action ? <div className="mt-1">{action}</div> : null}
    </div>
  );
}

/** Stands where a part of the page would be: what happened, what next, and a way to try again. */
export function ErrorState({ title, children, action }: StateProps) {
  return (
    <div
      role="alert"
      className="grid justify-items-start gap-2 rounded-lg border border-bad/40 bg-bad-soft p-4"
    >
      <p className="flex items-center gap-2 font-medium text-bad">
        <CircleAlert aria-hidden className="size-4 shrink-0" />
        {title}
      </p>
      {children ? <div>{children}</div> : null}
      {action}
    </div>
  );
}
