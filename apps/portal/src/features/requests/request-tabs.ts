import { createLoader, parseAsStringLiteral } from "nuqs/server";

export const TABS = ["waiting", "mine", "all"] as const;
export type RequestTab = (typeof TABS)[number];

const PAGE_SIZE = 30;

/** What each tab asks for. */
export const INPUT_OF_TAB = {
  waiting: { awaitingMe: true, limit: PAGE_SIZE },
  mine: { mine: true, limit: PAGE_SIZE },
  all: { limit: PAGE_SIZE },
} as const satisfies Record<RequestTab, object>;

/** The tab that the page's address names; "all" without one. */
export const parseTab = parseAsStringLiteral(TABS).withDefault("all");
export const loadTab = createLoader({ tab: parseTab });
