import type { SynthesizedStack, SynthesizeInput, Synthesizer } from "../contract";
import { createWarmChild, type WarmChildOptions } from "../warm-child/create-warm-child";

export type SynthesizerOptions = Partial<WarmChildOptions>;

/** Synthesis of the whole platform needs about 140 MB of heap at first. */
const HEAP_MB = 512;
/**
 * CDK never forgets a token, some 2.5 MB for each synthesis of the whole platform: a child ends here, after
 * about 40 of them, long before its heap is full.
 */
const MAX_RSS_MB = 240;

/**
 * A synthesizer over one warm child process, which is enough for some ten plans a second.
 */
export function createSynthesizer(options: SynthesizerOptions = {}): Synthesizer {
  const childModule = new URL("./synthesize-in-child.ts", import.meta.url);
  const child = createWarmChild<SynthesizeInput, SynthesizedStack[]>(
    { childModule, timeoutMs: 60_000, maxUses: 500, ...options },
    { task: "Synthesis", heapMb: HEAP_MB, maxRssMb: MAX_RSS_MB },
  );
  return { synthesize: child.ask, close: child.close };
}
