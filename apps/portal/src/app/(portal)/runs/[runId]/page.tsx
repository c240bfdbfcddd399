import { RunScreen } from "../../../../features/provisioning/run-screen";
import { getTrpc, Hydrated, prefetchOrNotFound } from "../../../../trpc/server";
import { titledAs } from "../../../page-title";

interface Props {
  params: Promise<{ runId: string }>;
}

export const generateMetadata = titledAs("runs");

export default async function RunPage({ params }: Props) {
  const { runId } = await params;
  await prefetchOrNotFound(getTrpc().runs.get.queryOptions({ runId }));
  return (
    <Hydrated>
      <RunScreen runId={runId} />
    </Hydrated>
  );
}
