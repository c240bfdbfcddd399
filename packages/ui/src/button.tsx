import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./cn";

/** Classes of a button, for links that look like one. */
export const buttonVariants = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent-solid text-on-accent hover:bg-accent-hover",
        secondary: "border-line bg-surface text-ink hover:bg-sunken",
        ghost: "border-transparent bg-transparent text-ink hover:bg-sunken",
        danger: "border-transparent bg-bad-solid text-white hover:bg-bad-hover",
      },
      size: {
        sm: "h-7 px-2 text-sm",
        md: "h-8 px-3 text-base",
        icon: "size-8 p-0",
      },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

export interface ButtonProps extends ComponentProps<"button">, VariantProps<typeof buttonVariants> {
  /**
   * The act is under way: the button stays focusable, says so to assistive technology, and does nothing more.
   */
  isBusy?: boolean;
}

export function Button({ variant, size, isBusy = false, className, type = "button", ...props }: ButtonProps) {
  return (
    <button
      type={type}
      className={cn(buttonVariants({ variant, size }), isBusy && "opacity-70", className)}
      aria-busy={isBusy || undefined}
      {...props}
      onClick={isBusy ? (event) => event.preventDefault() : props.onClick}
    />
  );
}
