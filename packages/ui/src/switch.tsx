"use client";
import { Switch as Base } from "@base-ui/react/switch";
import { cn } from "./cn";

export interface SwitchProps {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  className?: string;
  id?: string;
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  "aria-required"?: true;
}

/** On or off, at once. */
export function Switch({ className, "aria-required": _required, ...props }: SwitchProps) {
  return (
    <Base.Root
      {...props}
      nativeButton
      render={<button type="button" />}
      className={cn(
        "inline-flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-sunken p-0.5 transition-colors data-checked:border-accent-solid data-checked:bg-accent-solid data-disabled:opacity-55",
        className,
      )}
    >
      <Base.Thumb className="size-3.5 rounded-full bg-line-strong transition-transform data-checked:translate-x-4 data-checked:bg-white" />
    </Base.Root>
  );
}
