"use client";
import type { Cause } from "@greenroom/health/schema";
import { useTranslations } from "next-intl";

/** "By its CloudWatch alarms: spring-redis-cpu" */
export function useCauseText(): (cause: Cause) => string {
  const t = useTranslations("health");
  return ({ kind, names }) => {
    const cause = t(`causes.${kind}`);
    return names.length === 0 ? cause : t("causeNamed", { cause, names: names.join(", ") });
  };
}
