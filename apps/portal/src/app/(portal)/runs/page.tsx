import { ACTIVE_RUNS, SETTLED_RUNS } from "../../../features/provisioning/run-lists";
import { RunsScreen } from "../../../features/provisioning/runs-screen";
import { byCursor } from "../../../trpc/by-cursor";
import { getTrpc, Hydrated, prefetch, prefetchInfinite } from "../../../trpc/server";
import { titledAs } from "../../page-title";

export const generateMetadata = titledAs("runs");

export default async function RunsPage() {
  const trpc = getTrpc();
  await Promise.all([
    prefetch(trpc.runs.list.queryOptions(ACTIVE_RUNS)),
    prefetchInfinite(trpc.runs.list.infiniteQueryOptions(SETTLED_RUNS, byCursor)),
  ]);
  return (
    <Hydrated>
      <RunsScreen />
    </Hydrated>
  );
}
