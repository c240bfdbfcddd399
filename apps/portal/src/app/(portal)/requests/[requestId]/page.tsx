import { SubjectAudit } from "../../../../features/audit/subject-audit";
import { DriftBeforeChange } from "../../../../features/drift/drift-before-change";
import { PlanProgress } from "../../../../features/provisioning/run-parts";
import { RequestScreen } from "../../../../features/requests/request-screen";
import { getTrpc, Hydrated, prefetchOrNotFound } from "../../../../trpc/server";
import { titledAs } from "../../../page-title";

interface Props {
  params: Promise<{ requestId: string }>;
}

export const generateMetadata = titledAs("requests");

export default async function RequestPage({ params }: Props) {
  const { requestId } = await params;
  await prefetchOrNotFound(getTrpc().requests.get.queryOptions({ requestId }));
  return (
    <Hydrated>
      <RequestScreen
        requestId={requestId}
        planProgress={<PlanProgress requestId={requestId} />}
        drift={<DriftBeforeChange requestId={requestId} />}
        audit={<SubjectAudit subjectType="request" subjectId={requestId} />}
      />
    </Hydrated>
  );
}
