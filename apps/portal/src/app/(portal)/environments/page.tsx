import { readEnvironmentFilters } from "../../../features/environments/environment-filters";
import { EnvironmentsScreen } from "../../../features/environments/environments-screen";
import { byCursor } from "../../../trpc/by-cursor";
import { getTrpc, Hydrated, prefetch, prefetchInfinite } from "../../../trpc/server";
import { titledAs } from "../../page-title";
import { type SearchParams, toUrlSearchParams } from "../../search-params";

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titledAs("environments");

export default async function EnvironmentsPage({ searchParams }: Props) {
  const filters = readEnvironmentFilters(toUrlSearchParams(await searchParams));
  const trpc = getTrpc();
  await Promise.all([
    prefetchInfinite(trpc.environments.list.infiniteQueryOptions(filters, byCursor)),
    prefetch(trpc.identity.teams.queryOptions()),
  ]);
  return (
    <Hydrated>
      <EnvironmentsScreen />
    </Hydrated>
  );
}
