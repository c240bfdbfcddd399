import type { ComponentProps } from "react";
import { cn } from "./cn";

/** A table that scrolls sideways inside itself when the page is narrower; `label` names it. */
export function Table({ label, className, ...props }: ComponentProps<"table"> & { label: string }) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards must reach it (WCAG 2.1.1)
      tabIndex={0}
      // What is for the ear alone stands absolutely: without a place of its own here it would widen the page.
      className="relative max-w-full overflow-x-auto rounded-lg border bg-surface"
    >
      <table
        className={cn(
          "w-full border-separate border-spacing-0 text-left",
          // Said once here rather than on every cell: a long table is sent in half the bytes.
          "[&_td]:border-b [&_td]:px-3 [&_td]:py-2 [&_td]:align-top [&_tr:last-child>td]:border-b-0",
          "[&_tbody_tr:hover]:bg-sunken/60",
          className,
        )}
        {...props}
      />
    </section>
  );
}

export function Th({
  isNumeric,
  className,
  scope = "col",
  ...props
}: ComponentProps<"th"> & { isNumeric?: boolean }) {
  return (
    <th
      scope={scope}
      className={cn(
        "sticky top-0 whitespace-nowrap border-b bg-surface px-3 py-2 font-medium text-ink-muted text-sm",
        isNumeric && "text-right",
        className,
      )}
      {...props}
    />
  );
}

export function Td({ isNumeric, className, ...props }: ComponentProps<"td"> & { isNumeric?: boolean }) {
  return (
    <td className={cn(isNumeric && "whitespace-nowrap text-right tabular-nums", className)} {...props} />
  );
}

export function Tr(props: ComponentProps<"tr">) {
  return <tr {...props} />;
}
