"use client";
import type { ComponentProps } from "react";
import { ErrorScreen } from "./error-screen";

/** A failure outside every frame, which brings the landmark of the page itself. */
export default function RootError(props: ComponentProps<typeof ErrorScreen>) {
  return (
    <main>
      <ErrorScreen {...props} />
    </main>
  );
}
