"use client";
import { useEffect, useState } from "react";

/**
 * The value once it has rested for `delayMs`. Compared by its JSON, so that equal objects do not start the
 * wait again.
 */
export function useDebounced<Value>(value: Value, delayMs: number): Value {
  const [rested, setRested] = useState(value);
  const text = JSON.stringify(value);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text stands for the value
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), delayMs);
    return () => clearTimeout(timer);
  }, [text, delayMs]);
  return rested;
}
