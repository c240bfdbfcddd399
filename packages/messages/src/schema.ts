import { z } from "zod";
import { bilingual, type Message, type MessageValues, verbatim } from "./message";
import { isMessageKey, isSayable } from "./say";

/**
 * A text as rows of earlier versions hold it: English prose, Korean where it was made of data that has both,
 * and the key with its values where Greenroom itself said it.
 */
interface OlderText {
  message: string;
  messageKo?: string;
  messageKey?: string;
  details?: unknown;
}

interface StoredMessage {
  key: string;
  values?: unknown;
}

const valuesSchema: z.ZodType<MessageValues> = z.lazy(() =>
  z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), messageSchema])),
);
const currentSchema = z.object({ key: z.string(), values: valuesSchema.optional() }).transform(
  ({ key, values }): Message =>
    // A key that a newer version took away cannot be said: its name is better than no page.
    isMessageKey(key) ? { key, ...(values && { values }) } : verbatim(key),
);
const olderSchema = z
  .object({
    message: z.string(),
    messageKo: z.string().optional(),
    messageKey: z.string().optional(),
    details: valuesSchema.optional().catch(undefined),
  })
  .transform(({ message, messageKo, messageKey, details }): Message => {
    if (messageKey !== undefined && isMessageKey(messageKey)) {
      const known: Message = { key: messageKey, ...(details && { values: details }) };
      if (isSayable(known)) return known;
    }
    return messageKo === undefined ? verbatim(message) : bilingual({ en: message, ko: messageKo });
  });

/** Plans of earlier versions hold why a finding is accepted in both languages. */
const bothLanguagesSchema = z.object({ en: z.string(), ko: z.string() }).transform(bilingual);

/** A message as stored or sent. Texts of earlier versions are read too and come out as messages. */
export const messageSchema: z.ZodType<Message, StoredMessage | OlderText | { en: string; ko: string }> =
  z.union([currentSchema, olderSchema, bothLanguagesSchema]);

const MESSAGE_FIELDS = ["message", "messageKo", "messageKey", "details"] as const;

/**
 * Earlier versions kept a text spread over the row that it belongs to: `{code, message, messageKey, details,
 * remedy, remedyKey}`. Gathers it under `message` and `remedy`, where `messageSchema` reads it; what is no
 * such row comes back as it was. For z.preprocess.
 */
export function readOlderMessage(row: unknown): unknown {
  if (typeof row !== "object" || row === null || !("message" in row) || typeof row.message !== "string") {
    return row;
  }
  const { remedy, remedyKey, ...rest } = row as Record<string, unknown>;
  const others = Object.entries(rest).filter(([name]) => !MESSAGE_FIELDS.some((field) => field === name));
  const texts = Object.entries(rest).filter(([name]) => MESSAGE_FIELDS.some((field) => field === name));
  return {
    ...Object.fromEntries(others),
    message: Object.fromEntries(texts),
    ...(remedy !== undefined && {
      remedy: typeof remedy === "string" ? { message: remedy, messageKey: remedyKey } : remedy,
    }),
  };
}
