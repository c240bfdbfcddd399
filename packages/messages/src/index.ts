export { excerpt } from "./excerpt";
export { LOCALES, type Locale } from "./locales";
export {
  bilingual,
  type InputKey,
  type Message,
  type MessageKey,
  type MessageValues,
  message,
  type SettingKey,
  type ValuesOf,
  verbatim,
} from "./message";
export { isInputKey, isMessageKey, isSettingKey, say } from "./say";
export { messageSchema, readOlderMessage } from "./schema";
