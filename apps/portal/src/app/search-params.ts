/** A page's search parameters as Next hands them over. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** The same as the browser reads them; of a repeated parameter the first. */
export function toUrlSearchParams(params: SearchParams): URLSearchParams {
  const entries = Object.entries(params).flatMap(([name, value]) => {
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined ? [] : [[name, first]];
  });
  return new URLSearchParams(entries as [string, string][]);
}
