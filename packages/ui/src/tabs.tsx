"use client";
import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

export interface TabsProps<Value extends string> {
  value: Value;
  onValueChange: (value: Value) => void;
  label: string;
  tabs: readonly { value: Value; label: ReactNode; count?: number }[];
  children: ReactNode;
}

/** Views of one thing of which one shows. `children` is the panel of the chosen tab. */
export function Tabs<Value extends string>({
  value,
  onValueChange,
  label,
  tabs,
  children,
}: TabsProps<Value>) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => onValueChange(next as Value)}
      className="grid min-w-0 gap-3"
    >
      <Base.List aria-label={label} className="flex gap-1 overflow-x-auto border-b">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px -outline-offset-2! flex items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-2.5 py-2 text-ink-muted hover:text-ink data-active:border-accent data-active:font-medium data-active:text-ink"
          >
            {tab.label}
            {tab.count ? (
              <span className="rounded-full bg-sunken px-1.5 text-ink-muted text-xs tabular-nums">
                {tab.count}
              </span>
            ) : null}
          </Base.Tab>
        ))}
      </Base.List>
      <Base.Panel value={value} className="min-w-0">
        {children}
      </Base.Panel>
    </Base.Root>
  );
}
