import type { z } from "zod";
import type { FormSection } from "./form";

/** Sizes that all settings have values for; a blueprint's presets are made of them. */
export type Size = "dev" | "staging" | "loadtest" | "prod";

/** A group of settings: what it may hold, values to start from, and its section of the form. */
export interface SettingsModel<Key extends string = string, Schema extends z.ZodType = z.ZodType> {
  /** Key of the group in the spec. */
  key: Key;
  schema: Schema;
  sizes: Readonly<Record<Size, z.output<Schema>>>;
  section: Omit<FormSection, "key">;
}

/**
 * For `.default`: a stack that came later is off where a spec does not have it, so that older environments
 * stay readable.
 */
export function switchedOff<Settings extends { enabled: boolean }>({
  dev,
}: Readonly<Record<Size, Settings>>): Settings & { enabled: false } {
  return { ...dev, enabled: false };
}

/** The same sizes with settings that a blueprint leaves no choice about. */
export function fixedSizes<Settings extends object, Fixed extends Partial<Settings>>(
  { dev, staging, loadtest, prod }: Readonly<Record<Size, Settings>>,
  fixed: Fixed,
): Record<Size, Settings & Fixed> {
  return {
    dev: { ...dev, ...fixed },
    staging: { ...staging, ...fixed },
    loadtest: { ...loadtest, ...fixed },
    prod: { ...prod, ...fixed },
  };
}
