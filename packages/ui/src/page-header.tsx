import type { ReactNode } from "react";

/** The head of every page: title, state, the one primary action and the rest. */
export function PageHeader({
  title,
  state,
  description,
  actions,
}: {
  title: ReactNode;
  state?: ReactNode;
  description?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3">
      <div className="grid min-w-0 gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="min-w-0 font-semibold text-xl tracking-tight">{title}</h1>
          {state}
        </div>
        {description ? <div className="text-ink-muted">{description}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </header>
  );
}
