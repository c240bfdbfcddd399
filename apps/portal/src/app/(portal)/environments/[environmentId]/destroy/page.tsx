import { DestroyScreen } from "../../../../../features/requests/form/destroy-screen";
import { getTrpc, Hydrated, prefetchOrNotFound } from "../../../../../trpc/server";
import { titledAs } from "../../../../page-title";

interface Props {
  params: Promise<{ environmentId: string }>;
}

export const generateMetadata = titledAs("environments");

export default async function DestroyPage({ params }: Props) {
  const { environmentId } = await params;
  await prefetchOrNotFound(getTrpc().environments.get.queryOptions({ environmentId }));
  return (
    <Hydrated>
      <DestroyScreen environmentId={environmentId} />
    </Hydrated>
  );
}
