import type { SynthesizedStack, SynthesizeInput, Synthesizer } from "../contract";
import { createWarmChild, type WarmChildOptions } from "../warm-child/create-warm-child";

export type SynthesizerOptions = Partial<WarmChildOptions>;

/** Synthesis of the whole platform needs about 140 MB of heap. */
const HEAP_MB = 512;
const MAX_RSS_MB = 768;

/**
 * A synthesizer over one warm child process, which is enough for some ten plans a second. A crash or a timeout fails the one
 * request.
 */
export function createSynthesizer(options: SynthesizerOptions = {}): Synthesizer {
  const childModule = new URL("./synthesize-in-child.ts", import.meta.url);
  const child = createWarmChild<SynthesizeInput, SynthesizedStack[]>(
    { childModule, timeoutMs: 60_000, maxUses: 500, ...options },
    { task: "Synthesis", heapMb: HEAP_MB, maxRssMb: MAX_RSS_MB, attempts: 1 },
  );
  return { synthesize: child.ask, close: child.close };
}
