import { createParser } from "nuqs/server";

/** A filter of free text, or an id, in the address; only so much of it as the server takes. */
export const parseText = (maxLength: number) =>
  createParser({ parse: (text) => text.slice(0, maxLength) || null, serialize: String });
