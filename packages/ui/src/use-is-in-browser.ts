"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * False on the server and while React takes its page over, true from then on: what only the browser knows
 * (the reader's time zone) is shown in a second step, since React leaves text alone that differs in the
 * first.
 */
export const useIsInBrowser = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
