import { LOG_RETENTION_DAYS, WEEKDAYS } from "../spec/setting-types";
import type { FormField } from "./form";
import type { LocalText } from "./local-text";

export const DAYS: LocalText = { en: "days", ko: "일" };

/** How long CloudWatch can keep logs. */
export const retentionChoices: FormField["choices"] = LOG_RETENTION_DAYS.map((value) => ({
  value,
  label: { en: value === 1 ? "1 day" : `${value} days`, ko: `${value}일` },
}));

/** Hours of a day as windows of one hour, in UTC as AWS has them. */
export const utcHourChoices: FormField["choices"] = Array.from({ length: 24 }, (_, value) => {
  const label = `${hour(value)}–${hour(value + 1)} UTC`;
  return { value, label: { en: label, ko: label } };
});

function hour(value: number): string {
  return `${String(value % 24).padStart(2, "0")}:00`;
}

const WEEKDAY_NAMES: Record<(typeof WEEKDAYS)[number], LocalText> = {
  mon: { en: "Monday", ko: "월요일" },
  tue: { en: "Tuesday", ko: "화요일" },
  wed: { en: "Wednesday", ko: "수요일" },
  thu: { en: "Thursday", ko: "목요일" },
  fri: { en: "Friday", ko: "금요일" },
  sat: { en: "Saturday", ko: "토요일" },
  sun: { en: "Sunday", ko: "일요일" },
};
export const weekdayChoices: FormField["choices"] = WEEKDAYS.map((value) => ({
  value,
  label: WEEKDAY_NAMES[value],
}));
