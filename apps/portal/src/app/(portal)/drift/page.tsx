import type { SearchParams } from "nuqs/server";
import { driftScopeOf, fleetInputOf, loadFleetFilters } from "../../../features/drift/fleet/fleet-filters";
import { FleetScreen } from "../../../features/drift/fleet/fleet-screen";
import { byCursor } from "../../../trpc/by-cursor";
import { getTrpc, Hydrated, prefetch, prefetchInfinite } from "../../../trpc/server";
import { titledAs } from "../../page-title";

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titledAs("drift");

export default async function DriftPage({ searchParams }: Props) {
  const filters = await loadFleetFilters(searchParams);
  const trpc = getTrpc();
  await Promise.all([
    prefetch(trpc.drift.summary.queryOptions(driftScopeOf(filters)), trpc.identity.teams.queryOptions()),
    prefetchInfinite(trpc.drift.list.infiniteQueryOptions(fleetInputOf(filters), byCursor)),
  ]);
  return (
    <Hydrated>
      <FleetScreen />
    </Hydrated>
  );
}
