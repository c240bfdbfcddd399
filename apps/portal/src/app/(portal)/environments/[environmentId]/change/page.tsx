import { ChangeScreen } from "../../../../../features/requests/form/change-screen";
import { getTrpc, Hydrated, prefetchOrNotFound } from "../../../../../trpc/server";
import { titledAs } from "../../../../page-title";

interface Props {
  params: Promise<{ environmentId: string }>;
}

export const generateMetadata = titledAs("environments");

export default async function ChangePage({ params }: Props) {
  const { environmentId } = await params;
  await prefetchOrNotFound(getTrpc().environments.get.queryOptions({ environmentId }));
  return (
    <Hydrated>
      <ChangeScreen environmentId={environmentId} />
    </Hydrated>
  );
}
