import { MyAnomalies } from "../../features/costs/anomalies/anomalies";
import { BudgetAlerts } from "../../features/costs/budgets/budget-alerts";
import { MyDrift } from "../../features/drift/my-drift";
import { ExpiringSoon, MyEnvironments } from "../../features/environments/my-environments";
import { HomeScreen } from "../../features/home/home-screen";
import { MyFailedRuns } from "../../features/provisioning/run-parts";
import { AwaitingMe, MyOpenRequests } from "../../features/requests/request-parts";
import { getTrpc, Hydrated, prefetch } from "../../trpc/server";
import { titledAs } from "../page-title";

export const generateMetadata = titledAs("home");

export default async function HomePage() {
  const trpc = getTrpc();
  await prefetch(
    trpc.environments.list.queryOptions({ limit: 100 }),
    trpc.costs.budgetAlerts.queryOptions({}),
    trpc.costs.anomalies.queryOptions({}),
  );
  return (
    <Hydrated>
      <HomeScreen
        needsMe={
          <>
            <AwaitingMe />
            <BudgetAlerts isMine />
            <MyAnomalies />
            <MyFailedRuns />
            <MyDrift />
            <ExpiringSoon />
          </>
        }
        mine={
          <>
            <MyOpenRequests />
            <MyEnvironments />
          </>
        }
      />
    </Hydrated>
  );
}
