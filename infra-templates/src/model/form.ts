import type { LocalText } from "./local-text";

/** A field is shown only while the field at `path` has this value. */
export interface FieldCondition {
  path: string;
  equals: string | number | boolean;
}

/**
 * One field of the form. `path` leads into the spec ("network.cidr"); the value is checked by the spec's
 * schema. A "list" is a list of texts, one per line; a "date" is text as YYYY-MM-DD, empty for none.
 */
export interface FormField {
  path: string;
  kind: "text" | "number" | "switch" | "choice" | "list" | "date";
  label: LocalText;
  help?: LocalText;
  unit?: LocalText;
  choices?: readonly { value: string | number; label: LocalText }[];
  min?: number;
  max?: number;
  /** Shown only while all of these hold; reset to the preset's value when hidden. */
  visibleWhen?: readonly FieldCondition[];
  /** Whether changing it after the environment is built makes AWS replace resources. */
  isFixedAfterCreate?: boolean;
}

/** The part of the form that a group of settings has. */
export interface SettingsSection {
  title: LocalText;
  help: LocalText;
  fields: readonly FormField[];
}

export interface FormSection extends SettingsSection {
  /** Key of the settings in the spec. */
  key: string;
}
