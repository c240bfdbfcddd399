"use client";
import { Toaster as Sonner } from "sonner";

export { toast } from "sonner";

/** Where short notices appear. `label` names the region for assistive technology. */
export function Toaster({ label, theme }: { label: string; theme: "light" | "dark" | "system" }) {
  return (
    <Sonner
      containerAriaLabel={label}
      theme={theme}
      position="bottom-right"
      toastOptions={{ classNames: { toast: "!bg-raised !text-ink !border-line !font-sans" } }}
    />
  );
}
