"use client";
import type { RequestRow } from "@greenroom/requests/schema";
import { useTranslations } from "next-intl";

/** "#2 Change box-dev": what a request is called wherever it is named. */
export function useRequestName(): (
  request: Pick<RequestRow, "number" | "kind" | "environmentName">,
) => string {
  const t = useTranslations("requests");
  const kinds = useTranslations("requestKinds");
  return ({ number, kind, environmentName }) =>
    t("name", { number, kind: kinds(kind), name: environmentName });
}
