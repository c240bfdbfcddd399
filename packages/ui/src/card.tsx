import { type ReactNode, useId } from "react";
import { cn } from "./cn";

/** A titled part of a page. Without padding (`isFlush`) for tables and lists that reach the border. */
export function Card({
  title,
  aside,
  isFlush = false,
  className,
  children,
}: {
  title?: ReactNode;
  aside?: ReactNode;
  isFlush?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const titleId = useId();
  return (
    <section
      aria-labelledby={title ? titleId : undefined}
      className={cn("min-w-0 rounded-lg border bg-surface", className)}
    >
      {title ? (
        <div className="flex min-h-10 flex-wrap items-center justify-between gap-2 border-b px-4 py-2">
          <h2 id={titleId} className="font-semibold">
            {title}
          </h2>
          {aside}
        </div>
      ) : null}
      <div className={cn("min-w-0", !isFlush && "p-4")}>{children}</div>
    </section>
  );
}

/** Names and values in two columns; one above the other where it is narrow. */
export function KeyValue({
  items,
}: {
  items: readonly { key: string; label: ReactNode; value: ReactNode }[];
}) {
  return (
    <dl className="grid gap-x-4 gap-y-2 sm:grid-cols-[minmax(0,2fr)_minmax(0,3fr)]">
      {items.map((item) => (
        <div key={item.key} className="grid gap-x-4 sm:col-span-2 sm:grid-cols-subgrid">
          <dt className="text-ink-muted">{item.label}</dt>
          <dd className="min-w-0">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
