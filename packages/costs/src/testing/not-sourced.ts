/** Charges that exist and that no source has priced yet, in any region: named, so that a slip of the pen is not one. */
export const NOT_SOURCED: ReadonlySet<string> = new Set([]);
