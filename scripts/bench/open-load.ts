/**
 * Open-model load: requests leave on a fixed schedule whether or not earlier ones have come back, and a
 * latency counts from the moment its request was due, so that waiting is not hidden. Only addresses on this
 * machine are accepted.
 * @returns latencies in milliseconds and how many answers were not 200.
 */
export async function openLoad(
  url: string,
  options: { perSecond: number; seconds: number; headers?: Record<string, string> },
): Promise<{ latenciesMs: number[]; failures: number }> {
  const { hostname } = new URL(url);
  if (hostname !== "127.0.0.1") throw new Error(`Load is sent to 127.0.0.1 only, not to ${hostname}.`);
  const latenciesMs: number[] = [];
  let failures = 0;
  const pending: Promise<void>[] = [];
  const start = performance.now();
  for (let n = 0; n < options.perSecond * options.seconds; n++) {
    const due = start + (n * 1000) / options.perSecond;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    pending.push(
      fetch(url, { headers: options.headers, redirect: "manual" })
        .then(async (response) => {
          await response.arrayBuffer();
          if (response.status !== 200) failures++;
        })
        .catch(() => {
          failures++;
        })
        .then(() => void latenciesMs.push(performance.now() - due)),
    );
  }
  await Promise.all(pending);
  return { latenciesMs, failures };
}
