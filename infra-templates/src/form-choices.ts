import type { FormField, LocalText } from "./blueprint";
import { LOG_RETENTION_DAYS } from "./setting-types";

export const DAYS: LocalText = { en: "days", ko: "일" };

/** How long CloudWatch can keep logs. */
export const retentionChoices: FormField["choices"] = LOG_RETENTION_DAYS.map((value) => ({
  value,
  label: { en: value === 1 ? "1 day" : `${value} days`, ko: `${value}일` },
}));
