import { INPUT_OF_TAB, readTab } from "../../../features/requests/request-tabs";
import { RequestsScreen } from "../../../features/requests/requests-screen";
import { byCursor } from "../../../trpc/by-cursor";
import { getTrpc, Hydrated, prefetchInfinite } from "../../../trpc/server";
import { titledAs } from "../../page-title";
import { type SearchParams, toUrlSearchParams } from "../../search-params";

interface Props {
  searchParams: Promise<SearchParams>;
}

export const generateMetadata = titledAs("requests");

export default async function RequestsPage({ searchParams }: Props) {
  const tab = readTab(toUrlSearchParams(await searchParams));
  await prefetchInfinite(getTrpc().requests.list.infiniteQueryOptions(INPUT_OF_TAB[tab], byCursor));
  return (
    <Hydrated>
      <RequestsScreen />
    </Hydrated>
  );
}
