/** Digits after the point that the tables keep of a dollar. */
export const USD_DECIMALS = 10;

export const HOUR_MS = 60 * 60 * 1000;
export const DAY_MS = 24 * HOUR_MS;

/** Environments metered in one transaction: short enough that nobody waits for it. */
export const METER_BATCH = 25;
/**
 * The meter goes back this far each time: a stack's end may be committed a moment after the meter passed it,
 * and clocks differ. Days are priced anew as a whole, so going back changes nothing that was right.
 */
export const METER_REWIND_MS = 1 * HOUR_MS;

/**
 * Cost Explorer corrects a day for about two days, and a month until its bill is closed a few days into the
 * next.
 */
export const IMPORT_DAYS = 35;
/** AWS works Cost Explorer's figures out at least once a day, up to three times; each request costs $0.01. */
export const IMPORT_INTERVAL_MS = 12 * HOUR_MS;

/** What an anomaly is judged by: this many days before it, and at least so many of them. */
export const BASELINE_DAYS = 28;
export const BASELINE_MIN_DAYS = 7;
/**
 * Median absolute deviations above the median that are still expected: about 2.7 standard deviations of
 * normal noise.
 */
export const BASELINE_DEVIATIONS = 4;
/** And however calm the days before: a day is worth a look only from this much above their median. */
export const ANOMALY_MIN_PERCENT = 20;
export const ANOMALY_MIN_USD = 1;

/** Whole days an estimate is held against, at most, and at least for a comparison that means something. */
export const COMPARE_DAYS = 28;
export const COMPARE_MIN_DAYS = 3;
/**
 * Environments compared at once: 500 x 28 days are read in a fraction of a second, and a median asks for no
 * more.
 */
export const COMPARE_ENVIRONMENTS = 500;

/** What a page of anomalies shows; more are no news. */
export const LISTED_ANOMALIES = 100;

/** Budgets whose month is worked out at once. */
export const BUDGET_BATCH = 50;
/** What a page shows of budgets: with more, one looks at a team. */
export const LISTED_BUDGETS = 200;
/** What a page shows of alerts that nobody has acknowledged; more are no news. */
export const LISTED_ALERTS = 50;
