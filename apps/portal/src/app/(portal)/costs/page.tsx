import type { SearchParams } from "nuqs/server";
import { costInputOf, loadCostFilters } from "../../../features/costs/cost-filters";
import { CostsScreen } from "../../../features/costs/costs-screen";
import { getTrpc, Hydrated, prefetch } from "../../../trpc/server";
import { titledAs } from "../../page-title";

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titledAs("costs");

export default async function CostsPage({ searchParams }: Props) {
  const input = costInputOf(await loadCostFilters(searchParams));
  const trpc = getTrpc();
  await prefetch(
    trpc.costs.dashboard.queryOptions(input),
    trpc.costs.budgetAlerts.queryOptions({}),
    trpc.costs.anomalies.queryOptions({}),
    trpc.identity.teams.queryOptions(),
  );
  return (
    <Hydrated>
      <CostsScreen />
    </Hydrated>
  );
}
