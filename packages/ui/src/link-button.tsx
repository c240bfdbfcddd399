import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonVariants } from "./button";
import { cn } from "./cn";

/** A link that looks like a button: it goes somewhere, so it stays a link. */
export function LinkButton({
  variant,
  size,
  className,
  ...props
}: ComponentProps<typeof Link> & {
  variant?: "primary" | "secondary" | "ghost" | "danger";
  size?: "sm" | "md";
}) {
  return <Link className={cn(buttonVariants({ variant, size }), className)} {...props} />;
}

/** A link inside text or a table. */
export function TextLink({ className, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link className={cn("font-medium text-ink hover:text-accent hover:underline", className)} {...props} />
  );
}
