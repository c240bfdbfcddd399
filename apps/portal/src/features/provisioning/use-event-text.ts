"use client";
import type { RunEventData } from "@greenroom/provisioning/schema";
import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useSay } from "../../i18n/use-error-text";

/** One line of the log for an event. */
export function useEventText(): (data: RunEventData) => string {
  const t = useTranslations("eventLog");
  const runStatus = useTranslations("runStatus");
  const stepStatus = useTranslations("stepStatus");
  const stepKinds = useTranslations("stepKinds");
  const say = useSay();
  return useCallback(
    (data) => {
      switch (data.kind) {
        case "RUN":
          return (
            t("run", { status: runStatus(data.status) }) +
            (data.failure ? `: ${say(data.failure.message)}` : "")
          );
        case "STEP":
          return t("step", {
            step: stepKinds(data.step.kind, { stack: data.step.stackKey ?? "" }),
            status: stepStatus(data.step.status),
          });
        case "RESOURCE": {
          const line = `${data.stackKey} ${data.logicalId} (${data.resourceType}) ${data.resourceStatus}`;
          return data.reason ? `${line}: ${data.reason}` : line;
        }
        case "LOG":
          return data.stackKey ? `${data.stackKey}: ${say(data.message)}` : say(data.message);
      }
    },
    [t, runStatus, stepStatus, stepKinds, say],
  );
}
