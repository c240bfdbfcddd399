/** How a list that grows finds its next part; null ends it. */
export const byCursor = { getNextPageParam: (page: { nextCursor: string | null }) => page.nextCursor };
