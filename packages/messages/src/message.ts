import type { GetICUArgs } from "@schummar/icu-type-parser";
import type { messages as english } from "./en";
import type { inputs } from "./en/messages/inputs";
import type { settings } from "./en/messages/settings";
import type { KeysOf, TextAt } from "./texts";

type English = typeof english;
export type MessageKey = KeysOf<English>;
/** What can be wrong with a setting of a blueprint. */
export type SettingKey = KeysOf<typeof settings>;
/** What can be wrong with a value that somebody sent. */
export type InputKey = KeysOf<typeof inputs> | SettingKey;

/** What fills a message: plain values, and messages, which are said in the reader's language first. */
export type MessageValue = string | number | boolean | null | Message;
export type MessageValues = { [name: string]: MessageValue };

/**
 * What Greenroom says, as rows, errors, plans and events hold it. `say` makes it text in the reader's
 * language.
 */
export type Message<Key extends MessageKey = MessageKey> = { key: Key; values?: MessageValues };

type IcuOptions = {
  ICUArgument: MessageValue;
  ICUNumberArgument: number;
  ICUDateArgument: never;
  /** `say` fills it. */
  ProvidedArgs: "locale";
};
/** Of a union of keys, the values of all of them. */
type AllValues<Key extends MessageKey> = (
  Key extends MessageKey
    ? (values: GetICUArgs<TextAt<English, Key> & string, IcuOptions>) => void
    : never
) extends (values: infer Values) => void
  ? Values
  : never;
type NamesIn<Union> = Union extends Union ? keyof Union : never;
type ValueIn<Union, Name> = Union extends { [Key in Name & PropertyKey]?: infer Value } ? Value : never;
/**
 * The values that the texts of a key are filled with, those of all branches of a select, read off the English
 * one.
 */
export type ValuesOf<Key extends MessageKey> = {
  [Name in Exclude<NamesIn<AllValues<Key>>, "locale">]: ValueIn<AllValues<Key>, Name>;
};

/**
 * A message of the catalog with its values, both checked by the compiler. The key is never inferred from
 * where the message goes: there it is any key, and the compiler would read the texts of all of them.
 */
export function message<Key extends MessageKey>(
  key: Key,
  ...[values]: keyof ValuesOf<Key> extends never ? [] : [values: ValuesOf<Key>]
): Message<NoInfer<Key>> {
  return values === undefined ? { key } : { key, values: values as MessageValues };
}

/** What somebody else said, AWS or a person, in their own words. */
export const verbatim = (text: string): Message<"verbatim"> => message("verbatim", { text });

/** A text that comes in both languages, such as a blueprint's title for one of its settings. */
export const bilingual = ({ en, ko }: { en: string; ko: string }): Message<"bilingual"> =>
  message("bilingual", { en, ko });
