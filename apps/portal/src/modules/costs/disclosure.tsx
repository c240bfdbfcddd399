"use client";
import type { ReactNode } from "react";

/** A part of a price that is worked out only once somebody opens it. */
export function Disclosure({
  title,
  isOpen,
  onToggle,
  children,
}: {
  title: string;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
  children: ReactNode;
}) {
  return (
    <details
      open={isOpen}
      onToggle={(event) => onToggle(event.currentTarget.open)}
      className="mt-3 border-t pt-2"
    >
      <summary className="cursor-pointer font-medium text-sm">{title}</summary>
      {children}
    </details>
  );
}
