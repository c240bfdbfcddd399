/** What a value that is set may fail to be. */
const FAILURES = {
  number: { en: "is no number", ko: "숫자가 아닙니다" },
  quantity: { en: "is less than 0", ko: "0보다 작습니다" },
  flag: { en: "is neither true nor false", ko: "true도 false도 아닙니다" },
} as const;

const FORM = new RegExp(
  `^(.*) (${Object.values(FAILURES)
    .map(({ en }) => en)
    .join("|")})$`,
  "s",
);

/** Longest part of a value that is shown. */
const MAX_SHOWN = 60;

/** Says what is wrong with a value: `"abc" is no number`. */
export function unreadableCause(value: unknown, expected: keyof typeof FAILURES): string {
  const text = JSON.stringify(value);
  return `${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text} ${FAILURES[expected].en}`;
}

/** Whether what a value comes from is the value itself, which cannot be read, rather than something that deployment tells. */
export function isUnreadable(cause: string): boolean {
  return FORM.test(cause);
}

/** The same in Korean: `"abc": 숫자가 아닙니다`. */
export function unreadableKorean(cause: string): string {
  const [, value = "", failure = ""] = FORM.exec(cause) ?? [];
  return `${value}: ${Object.values(FAILURES).find(({ en }) => en === failure)?.ko ?? failure}`;
}
