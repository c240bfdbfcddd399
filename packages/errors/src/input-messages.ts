/**
 * What can be wrong with a value somebody sent, whatever it is for, in English. Schemas name a key as their issue's message; the
 * catalogues of the pages have the same keys. `{name}` is filled from details.
 */
export const INPUT_MESSAGES = {
  "name.empty": "Enter a name of 3 to 24 characters, such as autumn-sale.",
  "name.pattern":
    '"{value}" cannot be a name. Use lower-case letters, digits and single hyphens, and begin with a letter.',
  "name.short": '"{value}" is too short for a name. Use 3 to 24 characters.',
  "name.long": '"{value}" is too long for a name. Use 3 to 24 characters.',
  "reason.short": "The reason is too short. Say in a few words what it is for.",
  "reason.long": "The reason is too long. Use at most 1,000 characters.",
  "lifetime.whole": "{value} is not a whole number of days. Enter a number without decimals.",
  "lifetime.short": "{value} days is too short. Enter 1 or more.",
  "lifetime.long": "{value} days is too long. Enter 3650 or less.",
  "budget.amount":
    '"{value}" is not an amount. Enter a number above 0 with up to four decimals, such as 500 or 99.50.',
  "budget.tooMany": "A budget has at most 10 thresholds. Remove some.",
  "budget.sameTwice": "Two thresholds are the same. Change or remove one of them.",
  "input.missing": "A value for {field} is missing. Fill it in and send again.",
  "input.choice": '"{value}" is not a choice for {field}. Choose one of: {choices}.',
  "input.unknown": '"{value}" is not known here. Remove it and send again.',
  "input.malformed": "What was sent is not valid JSON. Correct it and send again.",
  "input.notPlain": "What was sent asks for more than plain JSON. Load the page again and repeat.",
  "input.notJson": "What was sent is not marked as JSON. Send it as application/json.",
  "input.tooLarge": "What was sent is larger than {limit} kB. Send less at once.",
  "input.tooDeep": "What was sent is nested more than {limit} levels deep. Make it flatter and send again.",
  "input.tooMany": "What was sent holds more than {limit} values. Send fewer at once.",
  "input.tooManySettings": "There are more settings here than any form has. Remove those that nobody needs.",
  "input.sameKeyTwice": '"{value}" is there twice. Remove one of them and send again.',
  "input.number":
    "{value} is a number that cannot be kept exactly. Use one of fewer digits, or send it as text.",
  "input.notUnicode": "What was sent holds half of a character. Type the text again and send it.",
  "input.batch": "More than {limit} calls were sent at once. Send fewer at once.",
  "input.batchWork": "What was asked for is too much at once. Ask for less at once.",
  fieldInvalid: '"{value}" cannot be used here. Choose or enter another value.',
} as const;
export type InputMessageKey = keyof typeof INPUT_MESSAGES;

export const isInputMessageKey = (key: string): key is InputMessageKey => Object.hasOwn(INPUT_MESSAGES, key);
