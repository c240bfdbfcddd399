import type { SearchParams } from "nuqs/server";
import { INPUT_OF_TAB, loadTab } from "../../../features/requests/request-tabs";
import { RequestsScreen } from "../../../features/requests/requests-screen";
import { byCursor } from "../../../trpc/by-cursor";
import { getTrpc, Hydrated, prefetchInfinite } from "../../../trpc/server";
import { titledAs } from "../../page-title";

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titledAs("requests");

export default async function RequestsPage({ searchParams }: Props) {
  const { tab } = await loadTab(searchParams);
  await prefetchInfinite(getTrpc().requests.list.infiniteQueryOptions(INPUT_OF_TAB[tab], byCursor));
  return (
    <Hydrated>
      <RequestsScreen />
    </Hydrated>
  );
}
