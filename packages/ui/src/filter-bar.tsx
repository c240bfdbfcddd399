"use client";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { Select, type SelectOption } from "./select";

/** The filters above a list, and a way to take them all off while any is set. */
export function FilterBar({
  isFiltered,
  clearLabel,
  onClear,
  children,
}: {
  isFiltered: boolean;
  clearLabel: string;
  onClear: () => void;
  children: ReactNode;
}) {
  return (
    <search className="flex flex-wrap items-center gap-2">
      {children}
      {isFiltered ? (
        <Button variant="ghost" onClick={onClear}>
          <X aria-hidden />
          {clearLabel}
        </Button>
      ) : null}
    </search>
  );
}

const ANY = "any";

/** One choice a list is narrowed down to; null is any of them. */
export function FilterSelect<Value extends string>({
  label,
  anyLabel,
  value,
  onValueChange,
  options,
}: {
  label: string;
  /** What the choice of any is called, e.g. "All teams". */
  anyLabel: string;
  value: Value | null;
  onValueChange: (value: Value | null) => void;
  options: readonly SelectOption<Value>[];
}) {
  return (
    <Select<Value | typeof ANY>
      aria-label={label}
      className="w-auto"
      value={value ?? ANY}
      onValueChange={(next) => onValueChange(next === ANY ? null : next)}
      options={[{ value: ANY, label: anyLabel }, ...options]}
    />
  );
}

/** A condition of a list that is on or off. */
export function FilterToggle({
  label,
  isOn,
  onChange,
}: {
  label: string;
  isOn: boolean;
  onChange: (isOn: boolean) => void;
}) {
  return (
    <Button
      aria-pressed={isOn}
      className="aria-pressed:border-accent aria-pressed:text-accent"
      onClick={() => onChange(!isOn)}
    >
      {label}
    </Button>
  );
}
