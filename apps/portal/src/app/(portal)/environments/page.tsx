import type { SearchParams } from "nuqs/server";
import {
  environmentInputOf,
  loadEnvironmentFilters,
} from "../../../features/environments/environment-filters";
import { EnvironmentsScreen } from "../../../features/environments/environments-screen";
import { byCursor } from "../../../trpc/by-cursor";
import { getTrpc, Hydrated, prefetch, prefetchInfinite } from "../../../trpc/server";
import { titledAs } from "../../page-title";

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titledAs("environments");

export default async function EnvironmentsPage({ searchParams }: Props) {
  const input = environmentInputOf(await loadEnvironmentFilters(searchParams));
  const trpc = getTrpc();
  await Promise.all([
    prefetchInfinite(trpc.environments.list.infiniteQueryOptions(input, byCursor)),
    prefetch(trpc.identity.teams.queryOptions()),
  ]);
  return (
    <Hydrated>
      <EnvironmentsScreen />
    </Hydrated>
  );
}
