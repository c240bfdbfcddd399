/** Whether any filter of a list is set. */
export const isFiltered = (filters: Record<string, unknown>): boolean =>
  Object.values(filters).some((value) => value !== null);
