"use client";
import { CSPProvider } from "@base-ui/react/csp-provider";
import type { ReactNode } from "react";

/**
 * Keeps components from adding style elements, which the portal's content policy blocks: `styles.css` has
 * what they would hold.
 */
export function StrictStyles({ children }: { children: ReactNode }) {
  return <CSPProvider disableStyleElements>{children}</CSPProvider>;
}
