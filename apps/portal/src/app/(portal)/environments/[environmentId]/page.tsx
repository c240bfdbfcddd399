import { SubjectAudit } from "../../../../features/audit/subject-audit";
import { EnvironmentBudget } from "../../../../features/costs/budgets/budgets";
import { EnvironmentCost, EnvironmentCostDetails } from "../../../../features/costs/environment-cost";
import { EnvironmentDrift } from "../../../../features/drift/environment-drift";
import { EnvironmentScreen } from "../../../../features/environments/environment-screen";
import { EnvironmentHealth } from "../../../../features/health/environment-health";
import { CurrentRun, EnvironmentRuns } from "../../../../features/provisioning/run-parts";
import { EnvironmentRequests } from "../../../../features/requests/request-parts";
import { getTrpc, Hydrated, prefetch, prefetchOrNotFound } from "../../../../trpc/server";
import { titledAs } from "../../../page-title";

interface Props {
  params: Promise<{ environmentId: string }>;
}

export const generateMetadata = titledAs("environments");

export default async function EnvironmentPage({ params }: Props) {
  const { environmentId } = await params;
  const trpc = getTrpc();
  await prefetchOrNotFound(trpc.environments.get.queryOptions({ environmentId }));
  await prefetch(trpc.runs.list.queryOptions({ environmentId, limit: 20 }));
  return (
    <Hydrated>
      <EnvironmentScreen
        environmentId={environmentId}
        health={<EnvironmentHealth environmentId={environmentId} />}
        drift={<EnvironmentDrift environmentId={environmentId} />}
        currentRun={<CurrentRun environmentId={environmentId} />}
        cost={
          <>
            <EnvironmentCost environmentId={environmentId} />
            <EnvironmentBudget environmentId={environmentId} />
          </>
        }
        costDetails={<EnvironmentCostDetails environmentId={environmentId} />}
        runs={<EnvironmentRuns environmentId={environmentId} />}
        requests={<EnvironmentRequests environmentId={environmentId} />}
        audit={<SubjectAudit subjectType="environment" subjectId={environmentId} />}
      />
    </Hydrated>
  );
}
