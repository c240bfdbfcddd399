export const errors = {
  network: "Greenroom is not responding. Check your connection and try again; nothing was lost.",
  internal:
    "Something went wrong inside Greenroom. Try again; if it happens again, tell the platform team the time it happened.",
  databaseBusy:
    "Greenroom's database is busy and did not do this in time. Nothing was changed; try again in a few seconds.",
  databaseUnavailable:
    "Greenroom cannot reach its database right now. Nothing was lost; try again in a few seconds.",
  unauthenticated: "You are not signed in. Sign in and try again.",
  rightsUnsteady:
    "Your roles changed several times while this was done, so nothing was done. Reload the page and try again.",
  noMembership: "You belong to no team yet. Ask a platform engineer for a role.",
  cursorInvalid: "This page of the list does not exist. Start from the first page.",
  procedureUnknown: "What was called does not exist. Reload the page.",
  callRefused: "Greenroom refused the call: {said} Reload the page and try again.",
  tooFast: "Too many requests in a short time. Try again in {seconds} s.",
  tooManyStreams:
    "You follow {limit} runs at once, the most that one person may. Close one of their pages, then try again in {seconds} s.",
  settingsWrong:
    'Greenroom cannot start, because its settings are wrong. {problems}. See "Settings" in the README.',
  redisEvicts:
    'The Redis at REDIS_URL has maxmemory-policy "{policy}" and may drop queued work. Set it to "noeviction" (redis-cli CONFIG SET maxmemory-policy noeviction) and start again.',
  workerDisconnected: "This worker's connection to the database is lost. It is tried again by itself.",
  verbatim: "{text}",
  bilingual: "{locale, select, ko {{ko}} other {{en}}}",
} as const;
