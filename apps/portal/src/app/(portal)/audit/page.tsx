import { readAuditFilters } from "../../../features/audit/audit-filters";
import { AuditScreen } from "../../../features/audit/audit-screen";
import { byCursor } from "../../../trpc/by-cursor";
import { getTrpc, Hydrated, prefetch, prefetchInfinite } from "../../../trpc/server";
import { titledAs } from "../../page-title";
import { type SearchParams, toUrlSearchParams } from "../../search-params";

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titledAs("audit");

export default async function AuditPage({ searchParams }: Props) {
  const filters = readAuditFilters(toUrlSearchParams(await searchParams));
  const trpc = getTrpc();
  await Promise.all([
    prefetchInfinite(trpc.audit.list.infiniteQueryOptions(filters, byCursor)),
    prefetch(trpc.identity.teams.queryOptions()),
  ]);
  return (
    <Hydrated>
      <AuditScreen />
    </Hydrated>
  );
}
