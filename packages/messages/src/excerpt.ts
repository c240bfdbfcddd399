/** Input is anybody's: a message shows at most 60 characters of it. */
export function excerpt(input: unknown): string {
  const text = typeof input === "string" ? input : (JSON.stringify(input) ?? "");
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
