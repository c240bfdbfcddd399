import fc from "fast-check";

/** Addresses as people have them, and lists of them that the form takes. */
const email = fc
  .tuple(
    fc.stringMatching(/^[a-z][a-z0-9]{0,11}([._-][a-z0-9]{1,8})?$/),
    fc.stringMatching(/^[a-z][a-z0-9]{0,11}$/),
  )
  .map(([name, host]) => `${name}@${host}.example.com`);
export const anyEmails = fc.uniqueArray(email, { maxLength: 4 });

export const wrongEmails = fc.constantFrom(
  ["rina"],
  ["rina@example.com", "Rina@example.com"],
  ["rina@example.com", "two words@example.com"],
  Array.from({ length: 11 }, (_, index) => `person${index}@example.com`),
  "rina@example.com",
  null,
);
