/** What fills a message: plain values, and texts that are said in the reader's language themselves. */
export interface WordingDetails {
  [name: string]: string | number | boolean | null | Wording;
}

/**
 * A text that outlives the moment it is written in, as rows keep it: `message` in English, and where Greenroom itself says it the
 * key of the catalogue `errors.*` with its values. A text without a key is somebody else's and stays in its own words.
 */
export type Wording = {
  message: string;
  /** The same in Korean, where the text is made of data that has both and not of a key. */
  messageKo?: string;
  messageKey?: string;
  details?: WordingDetails;
};

/** Of whatever carries a text, the text alone. */
export const wordsOf = ({ message, messageKo, messageKey, details }: Wording): Wording => ({
  message,
  ...(messageKo !== undefined && { messageKo }),
  ...(messageKey !== undefined && { messageKey, ...(details && { details }) }),
});

/** A text with `{name}` filled from details; what has no value stays as it is. */
export function fillMessage(text: string, details: WordingDetails): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) =>
    Object.hasOwn(details, name) ? englishOf(details[name] ?? null) : hole,
  );
}

function englishOf(value: WordingDetails[string]): string {
  return typeof value === "object" && value !== null ? value.message : String(value);
}
