"use client";
import { isOpenDifference } from "@greenroom/drift/lifecycle";
import { isOpen } from "@greenroom/requests/lifecycle";
import { Card, RelativeTime, TextLink } from "@greenroom/ui";
import { useQuery } from "@tanstack/react-query";
import { Diff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useTRPC } from "../../trpc/client";
import { FindingTable } from "./finding-table";

/**
 * What a change under way also meets: where its environment is not as it was approved. Absent for other
 * requests, and where nothing has drifted.
 */
export function DriftBeforeChange({ requestId }: { requestId: string }) {
  const trpc = useTRPC();
  const request = useQuery(trpc.requests.get.queryOptions({ requestId })).data;
  if (request?.kind !== "CHANGE" || !isOpen(request.status) || !request.environmentId) return null;
  return <OpenDrift environmentId={request.environmentId} />;
}

function OpenDrift({ environmentId }: { environmentId: string }) {
  const t = useTranslations("drift.beforeChange");
  const drift = useQuery(useTRPC().drift.ofEnvironment.queryOptions({ environmentId })).data;
  if (drift?.state !== "DRIFTED" || !drift.checkedAt) return null;
  const { checkedAt } = drift;
  const open = drift.findings.filter(isOpenDifference);
  return (
    <Card
      title={
        <span className="flex items-center gap-2">
          <Diff aria-hidden className="size-4 text-attention" />
          {t("title", { count: open.length })}
        </span>
      }
      aside={<TextLink href={`/environments/${environmentId}`}>{t("open")}</TextLink>}
    >
      <div className="grid gap-3">
        <p>{t.rich("body", { when: () => <RelativeTime value={checkedAt} /> })}</p>
        <FindingTable findings={open} mayIgnore={false} onIgnore={() => {}} />
      </div>
    </Card>
  );
}
