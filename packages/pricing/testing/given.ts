import { verbatim } from "@greenroom/messages";
import type { UsageValue } from "../src/usage";

/** Usage figures that are known exactly. */
export function given(figures: Readonly<Record<string, number>> = {}): Record<string, UsageValue> {
  const assumption = verbatim("given");
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [
      key,
      { low: value, expected: value, high: value, assumption },
    ]),
  );
}

/** The same of several resources. */
export function givenOf(usage: Readonly<Record<string, Readonly<Record<string, number>> | undefined>>) {
  return Object.fromEntries(Object.entries(usage).map(([id, figures]) => [id, given(figures)]));
}
