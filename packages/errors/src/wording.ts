import { type Message, type MessageKey, messageSchema, say, type ValuesOf } from "@greenroom/messages";

// The way of the version before, until every package says messages.

export interface WordingDetails {
  [name: string]: string | number | boolean | null | Wording;
}
export type Wording = {
  message: string;
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

export const toMessage = (wording: Wording): Message => messageSchema.parse(wording);

export function toWording({ key, values }: Message): Wording {
  if (key === "verbatim") return { message: String(values?.text) };
  return {
    message: say("en", { key, values }),
    messageKey: key,
    ...(values && { details: values as WordingDetails }),
  };
}

export function tell<Key extends MessageKey>(
  key: Key,
  ...[details]: keyof ValuesOf<Key> extends never
    ? []
    : [{ [Name in keyof ValuesOf<Key>]: WordingDetails[string] }]
): Wording {
  const text = say("en", toMessage({ message: "", messageKey: key, details: details as WordingDetails }));
  return {
    message: text,
    messageKey: key,
    ...(details !== undefined && { details: details as WordingDetails }),
  };
}
