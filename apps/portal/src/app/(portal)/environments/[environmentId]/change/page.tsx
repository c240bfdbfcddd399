import { ChangeScreen } from "../../../../../features/requests/change-screen";
import { getTrpc, Hydrated, prefetchOrNotFound } from "../../../../../trpc/server";

interface Props {
  params: Promise<{ environmentId: string }>;
}

export default async function ChangePage({ params }: Props) {
  const { environmentId } = await params;
  await prefetchOrNotFound(getTrpc().environments.get.queryOptions({ environmentId }));
  return (
    <Hydrated>
      <ChangeScreen environmentId={environmentId} />
    </Hydrated>
  );
}
