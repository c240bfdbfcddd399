export const inputs = {
  fieldInvalid: '"{value}" cannot be used here. Choose or enter another value.',
  input: {
    missing: "A value for {field} is missing. Fill it in and send again.",
    choice: '"{value}" is not a choice for {field}. Choose one of: {choices}.',
    unknown: '"{value}" is not known here. Remove it and send again.',
    malformed: "What was sent is not valid JSON. Correct it and send again.",
    notPlain: "What was sent is more than plain JSON. Reload the page and try again.",
    notJson: "What was sent is not marked as JSON. Send it as application/json.",
    tooLarge: "What was sent is larger than {limit} kB. Send less at once.",
    tooDeep: "What was sent is nested more than {limit} levels deep. Make it flatter and send again.",
    tooMany: "What was sent holds more than {limit} values. Send fewer at once.",
    sameKeyTwice: '"{value}" is there twice. Remove one of them and send again.',
    number: "{value} is a number that cannot be kept exactly. Use one of fewer digits, or send it as text.",
    notUnicode: "What was sent holds half of a character. Type the text again and send it.",
    batch: "More than {limit} calls were sent at once. Send fewer at once.",
    batchWork: "What was asked for is too much at once. Ask for less at once.",
    tooManySettings: "There are more settings here than any form has. Remove those that nobody needs.",
  },
  name: {
    empty: "Enter a name of 3 to 24 characters, such as autumn-sale.",
    pattern:
      '"{value}" cannot be a name. Use lower-case letters, digits and single hyphens, and begin with a letter.',
    short: '"{value}" is too short for a name. Use 3 to 24 characters.',
    long: '"{value}" is too long for a name. Use 3 to 24 characters.',
  },
  reason: {
    short: "The reason is too short. Say in a few words what it is for.",
    long: "The reason is too long. Use at most 1,000 characters.",
    missing: "Say what it is for.",
    why: "Say why, in at least three characters.",
  },
  lifetime: {
    whole: "{value} is not a whole number of days. Enter a number without decimals.",
    short: "{value} days is too short. Enter 1 or more.",
    long: "{value} days is too long. Enter 3650 or less.",
  },
  textInvalid: "The text holds a character that cannot be stored (NUL). Type it again instead of pasting it.",
} as const;
