"use client";
import type { Waiting } from "@greenroom/provisioning/schema";
import { Countdown, RelativeTime, TextLink } from "@greenroom/ui";
import { useTranslations } from "next-intl";

/** Why a run is not moving, in words, with when it goes on or what it waits for. */
export function WaitingText({ waiting }: { waiting: Waiting }) {
  const t = useTranslations("waiting");
  switch (waiting.cause) {
    case "NO_WORKER":
      return t("NO_WORKER");
    case "WORKER":
      return t.rich("WORKER", { since: () => <RelativeTime value={waiting.since} /> });
    case "ENVIRONMENT_BUSY":
      return t.rich("ENVIRONMENT_BUSY", {
        run: () => <TextLink href={`/runs/${waiting.runId}`}>#{waiting.runNumber}</TextLink>,
      });
    case "CLOUD_THROTTLED":
    case "CLOUD_UNAVAILABLE":
      return t.rich(waiting.cause, { retry: () => <Countdown to={waiting.retryAt} /> });
  }
}
