import type { SearchParams } from "nuqs/server";
import { auditInputOf, loadAuditFilters } from "../../../features/audit/audit-filters";
import { AuditScreen } from "../../../features/audit/audit-screen";
import { byCursor } from "../../../trpc/by-cursor";
import { getTrpc, Hydrated, prefetch, prefetchInfinite } from "../../../trpc/server";
import { titledAs } from "../../page-title";

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titledAs("audit");

export default async function AuditPage({ searchParams }: Props) {
  const input = auditInputOf(await loadAuditFilters(searchParams));
  const trpc = getTrpc();
  await Promise.all([
    prefetchInfinite(trpc.audit.list.infiniteQueryOptions(input, byCursor)),
    prefetch(trpc.identity.teams.queryOptions()),
  ]);
  return (
    <Hydrated>
      <AuditScreen />
    </Hydrated>
  );
}
