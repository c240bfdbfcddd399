import type { z } from "zod";

interface CheckDescription {
  check: string;
  /** Of lengths. */
  maximum?: number;
  minimum?: number;
  /** Of numbers. */
  value?: number;
  format?: string;
  pattern?: RegExp;
}

/** What is read of zod's own description of a schema (zod 4: `_zod.def`). */
export interface Described {
  _zod: {
    def: {
      type: string;
      format?: string;
      coerce?: boolean;
      checks?: { _zod: { def: CheckDescription } }[];
      innerType?: Described;
      element?: Described;
      keyType?: Described;
      valueType?: Described;
      options?: Described[];
      shape?: Record<string, Described>;
      catchall?: Described;
      in?: Described;
      out?: Described;
      items?: Described[];
      left?: Described;
      right?: Described;
      entries?: Record<string, string | number>;
      values?: unknown[];
    };
  };
  safeParse(value: unknown): z.ZodSafeParseResult<unknown>;
}

/** Schemas that only pass on to another. */
export const WRAPPERS = new Set(["optional", "nullable", "default", "prefault", "nonoptional", "readonly"]);
/** Formats whose every text is short. */
export const SHORT_FORMATS = new Set(["date", "time", "uuid", "guid", "ipv4", "ipv6", "cidrv4"]);

/** The bounds that the checks of a text, a list or a number set, and the pattern of a text. */
export function boundsOf({ _zod: { def } }: Described): { min?: number; max?: number; pattern?: RegExp } {
  const checks = (def.checks ?? []).map((check) => check._zod.def);
  const bounds = (kinds: string[]) =>
    checks.flatMap(({ check, maximum, minimum, value }) =>
      kinds.includes(check) ? [maximum ?? minimum ?? value ?? Number.NaN] : [],
    );
  const [max] = bounds(["max_length", "less_than"]).sort((a, b) => a - b);
  const [min] = bounds(["min_length", "greater_than"]).sort((a, b) => b - a);
  return {
    min,
    max,
    pattern: checks.find(({ check, pattern }) => check === "string_format" && pattern)?.pattern,
  };
}
