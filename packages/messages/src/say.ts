import { createTranslator } from "use-intl/core";
import { messages as en } from "./en";
import { inputs } from "./en/messages/inputs";
import { settings } from "./en/messages/settings";
import { messages as ko } from "./ko";
import { LOCALES, type Locale } from "./locales";
import type { InputKey, Message, MessageKey, MessageValue, SettingKey } from "./message";

type Tree = { readonly [key: string]: string | Tree };
const CATALOGS: Record<Locale, Tree> = { en, ko };

/** What a value is that is not known. */
const UNKNOWN = "–";

class Unsayable extends Error {}

/** Keeps what it has compiled, so that a text is parsed once in a process. */
function createSpeaker(locale: Locale): (key: string, values: Record<string, string | number>) => string {
  return createTranslator({
    locale,
    messages: CATALOGS[locale] as Record<string, string>,
    timeZone: "UTC",
    onError(error) {
      throw new Unsayable(error.message);
    },
  });
}
const SPEAKERS = Object.fromEntries(LOCALES.map((locale) => [locale, createSpeaker(locale)])) as Record<
  Locale,
  ReturnType<typeof createSpeaker>
>;

/** The text of a message in one language; messages among its values are said first. */
export function say(locale: Locale, { key, values = {} }: Message): string {
  const filled: Record<string, string | number> = { locale };
  for (const [name, value] of Object.entries(values)) filled[name] = sayValue(locale, value);
  try {
    return SPEAKERS[locale](key, filled);
  } catch (error) {
    if (error instanceof Unsayable) return key;
    throw error;
  }
}

function sayValue(locale: Locale, value: MessageValue): string | number {
  if (typeof value === "object") return value === null ? UNKNOWN : say(locale, value);
  return typeof value === "number" ? value : String(value);
}

/** Whether the catalog has a text under this key. */
export const isMessageKey = (key: string): key is MessageKey => isTextAt(CATALOGS.en, key);

function isTextAt(tree: Tree, key: string): boolean {
  let node: string | Tree | undefined = tree;
  for (const part of key.split(".")) {
    if (typeof node !== "object" || !Object.hasOwn(node, part)) return false;
    node = node[part];
  }
  return typeof node === "string";
}

/** Whether the key says what is wrong with a value that somebody sent. */
export const isInputKey = (key: string): key is InputKey => isTextAt(inputs, key) || isSettingKey(key);
export const isSettingKey = (key: string): key is SettingKey => isTextAt(settings, key);

/** Whether the message can be said: its key is known, and it has the values that its text is filled with. */
export const isSayable = (message: Message): boolean =>
  isMessageKey(message.key) && say("en", message) !== message.key;
