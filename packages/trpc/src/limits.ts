/** The largest form holds some 20 kB; a page asks for a few of them at once. */
export const MAX_BODY_BYTES = 256 * 1024;
/**
 * A spec is four levels deep, inside a batch and an input. Deeper JSON is made to exhaust whoever walks it.
 */
export const MAX_DEPTH = 16;
/** Keys and list items of one request. The largest form has about 400 of them. */
export const MAX_VALUES = 10_000;

/** Calls of one batch; the fullest page makes nine. */
export const MAX_BATCH = 20;
/**
 * What a batch may ask for altogether, in units of a plain read (see `ProcedureMeta.work`): about a third of
 * a second of the processor, so that nobody else waits longer for it. The fullest page asks for 24.
 */
export const MAX_BATCH_WORK = 60;

/** Of a command, which has a transaction of its own: four of them in a batch, where pages send one. */
export const COMMAND_WORK = 15;

/**
 * Open streams of one person: a browser keeps no more than six connections to a site over HTTP/1.1 anyway.
 */
export const MAX_STREAMS = 6;

/**
 * What a person may do in a row, and how fast it comes back. An estimate is 6: 50 of them at once and 20 a
 * second are more than any form asks; nobody decides on two things a second for long; a page opens one
 * stream. Reads are not limited: each is bounded, and pages are made of them.
 */
export const RATES = {
  /** In units of work. */
  estimates: { burst: 300, perSecond: 120 },
  commands: { burst: 60, perSecond: 2 },
  streams: { burst: 30, perSecond: 1 },
} as const;
export type RateName = keyof typeof RATES;

/** People and addresses that an allowance remembers; whoever has used nothing lately is forgotten first. */
export const MAX_REMEMBERED = 10_000;
