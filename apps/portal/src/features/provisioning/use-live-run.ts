"use client";
import { isActive } from "@greenroom/provisioning/lifecycle";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { useTRPC } from "../../trpc/client";
import { applyRunEvent, leavesGap } from "./apply-run-event";
import { coalesce } from "./coalesce";

/** Without a worker nothing is written that the stream could bring. */
const WORKERS_POLL_MS = 5_000;

/**
 * A run that stays up to date: a snapshot, then the numbered events after it. A lost stream resumes after the
 * last event that arrived; a gap or a change of the run's state reads the snapshot anew. `isReconnecting`
 * tells that the stream is away.
 */
export function useLiveRun(runId: string) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const options = trpc.runs.get.queryOptions({ runId });
  const query = useQuery(options);
  const run = query.data;
  // A busy run has many events at once that ask for the snapshot anew.
  const refresh = useMemo(
    () => coalesce(() => queryClient.invalidateQueries({ queryKey: trpc.runs.get.queryKey({ runId }) })),
    [queryClient, trpc, runId],
  );
  const isLive = run !== undefined && isActive(run.status);
  // The number the stream begins after: fixed when it opens, since a new number would open a new stream.
  const [from, setFrom] = useState<number | null>(null);
  useEffect(() => {
    setFrom((current) => (isLive ? (current ?? run.lastSequence) : null));
  }, [isLive, run?.lastSequence]);
  const wasOpen = useRef(false);

  const stream = useSubscription(
    trpc.runs.watch.subscriptionOptions(
      { runId, lastEventId: from ?? 0 },
      {
        enabled: from !== null,
        onData: ({ data: event }) => {
          const current = queryClient.getQueryData(options.queryKey);
          if (!current) return;
          queryClient.setQueryData(options.queryKey, applyRunEvent(current, event));
          if (leavesGap(current, event) || event.data.kind === "RUN") refresh();
        },
      },
    ),
  );
  if (stream.status === "pending") wasOpen.current = true;
  const isReconnecting =
    isLive &&
    from !== null &&
    ((stream.status === "connecting" && (wasOpen.current || stream.error !== null)) ||
      stream.status === "error");

  const workers = useQuery(
    trpc.runs.workers.queryOptions(undefined, { enabled: isLive, refetchInterval: WORKERS_POLL_MS }),
  ).data;
  const isSaid = run?.waiting?.cause === "NO_WORKER";
  const isStale = isLive && workers !== undefined && workers.isAnyThere === isSaid;
  useEffect(() => {
    if (isStale) refresh();
  }, [isStale, refresh]);

  // A stream that gave up (an error that is no lost connection) is opened again.
  const { status, reset } = stream;
  useEffect(() => {
    if (status !== "error" || !isLive) return;
    const timer = setTimeout(() => {
      refresh();
      reset();
    }, 2_000);
    return () => clearTimeout(timer);
  }, [status, reset, isLive, refresh]);

  return { query, isReconnecting };
}
