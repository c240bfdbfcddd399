import { readCostFilters } from "../../../features/costs/cost-filters";
import { CostsScreen } from "../../../features/costs/costs-screen";
import { getTrpc, Hydrated, prefetch } from "../../../trpc/server";
import { titledAs } from "../../page-title";
import { type SearchParams, toUrlSearchParams } from "../../search-params";

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titledAs("costs");

export default async function CostsPage({ searchParams }: Props) {
  const filters = readCostFilters(toUrlSearchParams(await searchParams));
  const trpc = getTrpc();
  await prefetch(
    trpc.costs.dashboard.queryOptions(filters),
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
