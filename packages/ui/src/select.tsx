"use client";
import { Select as Base } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";

export interface SelectOption<Value extends string | number> {
  value: Value;
  label: ReactNode;
  /** A second line below the label, in the list only. */
  hint?: ReactNode;
}

export interface SelectProps<Value extends string | number> {
  value: Value | null;
  onValueChange: (value: Value) => void;
  options: readonly SelectOption<Value>[];
  placeholder?: string;
  disabled?: boolean;
  className?: string;
  id?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  "aria-required"?: true;
}

/** One choice out of a list. */
export function Select<Value extends string | number>({
  value,
  onValueChange,
  options,
  placeholder,
  disabled,
  className,
  ...aria
}: SelectProps<Value>) {
  return (
    <Base.Root<Value>
      value={value}
      onValueChange={(next) => next !== null && onValueChange(next as Value)}
      items={options.map(({ value: key, label }) => ({ value: key, label }))}
      disabled={disabled}
      modal={false}
    >
      <Base.Trigger
        {...aria}
        className={cn(
          "flex h-8 w-full min-w-0 items-center justify-between gap-2 rounded-md border border-line-strong bg-surface px-2.5 text-left text-base hover:bg-sunken aria-invalid:border-bad data-disabled:cursor-not-allowed data-disabled:bg-sunken data-disabled:opacity-70",
          className,
        )}
      >
        <span className="min-w-0 truncate">
          <Base.Value>
            {value === null ? <span className="text-ink-muted">{placeholder}</span> : undefined}
          </Base.Value>
        </span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-muted" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50 outline-none">
          <Base.Popup className="max-h-(--available-height) min-w-(--anchor-width) max-w-[calc(100vw-1rem)] overflow-y-auto rounded-md border bg-raised p-1 shadow-lg outline-none">
            {options.map((option) => (
              <Base.Item
                key={option.value}
                value={option.value}
                className="grid cursor-default grid-cols-[1fr_auto] items-center gap-x-3 rounded px-2 py-1.5 outline-none data-highlighted:bg-sunken"
              >
                <Base.ItemText>{option.label}</Base.ItemText>
                <Base.ItemIndicator>
                  <Check aria-hidden className="size-4 text-accent" />
                </Base.ItemIndicator>
                {option.hint ? <span className="text-ink-muted text-sm">{option.hint}</span> : null}
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
