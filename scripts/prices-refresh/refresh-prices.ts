import { awsMessageOf, type PriceList, type SpotPrice, type SpotPrices } from "@greenroom/cloud/price-list";
import { isAppError } from "@greenroom/errors";
import type { PriceRow } from "@greenroom/pricing";
import { findPrice } from "./find-price";
import { findQuery } from "./find-query";
import type { PriceFile } from "./price-files";
import type { BookRow, PriceQuery } from "./price-query";
import { summariseSpot } from "./spot-price";
import { wantedRows } from "./wanted-rows";

const SPOT_SERVICE = "AmazonEC2Spot";
const SPOT_SKU = /^(\S+) Linux spot average/;
const DAY_MS = 86_400_000;
/** Rows asked for at a time: the API answers some requests a second. */
const AT_ONCE = 4;

export interface RefreshOptions {
  list: PriceList;
  spot: SpotPrices;
  now: Date;
  /** Only rows of this region, service. */
  region?: string;
  service?: string;
  spotDays: number;
}

export type Named = PriceRow & { service: string };

export interface Refresh {
  /** Rows whose price was read: as they were, and as they would be. */
  read: { before: Named; after: Named }[];
  /** Rows that should have been read and were not; they stay as they are. */
  problems: { row: Named; problem: string }[];
  /** Prices of charges that the book had no row for. */
  added: Named[];
  /** Charges without a row that AWS had no price for either. */
  stillMissing: { row: BookRow; problem: string }[];
  /** Rows that cannot be asked for, with the reason. */
  notRefreshable: { row: Named; reason: string }[];
  /** The files with the new rows. */
  files: PriceFile[];
}

/**
 * Reads every chosen row's price from AWS. Nothing is written.
 * @throws AppError when AWS lets nobody in
 */
export async function refreshPrices(files: readonly PriceFile[], options: RefreshOptions): Promise<Refresh> {
  const rows = files.flatMap(({ service, rows: own }) => own.map((row) => ({ service, ...row })));
  const isChosen = ({ region, service }: BookRow) =>
    (!options.region || region === options.region) && (!options.service || service === options.service);
  const chosen = rows.filter(isChosen);
  const refresh: Refresh = {
    read: [],
    problems: [],
    added: [],
    stillMissing: [],
    notRefreshable: [],
    files: [],
  };
  await refreshSpot(
    chosen.filter(({ service }) => service === SPOT_SERVICE),
    options,
    refresh,
  );
  const queries = chosen
    .filter(({ service }) => service !== SPOT_SERVICE)
    .flatMap((row) => {
      const query = findQuery(row);
      if (!("reason" in query)) return [{ row, query }];
      refresh.notRefreshable.push({ row, reason: query.reason });
      return [];
    });
  await refreshListed(queries, options, refresh);
  await fillWanted(wantedRows(files).filter(isChosen), options, refresh);
  const changed = new Map(refresh.read.map(({ before, after }) => [keyOf(before), after]));
  return { ...refresh, files: files.map((file) => withRows(file, changed, refresh.added)) };
}

async function refreshListed(
  queries: readonly { row: Named; query: PriceQuery }[],
  { list, now }: RefreshOptions,
  refresh: Refresh,
): Promise<void> {
  await someAtOnce(queries, async ({ row, query }) => {
    const found = await findPrice(list, query, row.unit);
    if ("problem" in found) refresh.problems.push({ row, problem: found.problem });
    else refresh.read.push({ before: row, after: confirmed(row, found, now) });
  });
}

/** Asks for charges that have no row; what is found becomes one. */
async function fillWanted(
  wanted: readonly BookRow[],
  { list, now }: RefreshOptions,
  refresh: Refresh,
): Promise<void> {
  await someAtOnce(wanted, async (row) => {
    const query = findQuery(row);
    const found = "reason" in query ? { problem: query.reason } : await findPrice(list, query, row.unit);
    if ("problem" in found) refresh.stillMissing.push({ row, problem: found.problem });
    else refresh.added.push({ ...row, ...found, asOf: dayOf(now) });
  });
}

async function someAtOnce<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  async function work(): Promise<void> {
    for (let next = waiting.shift(); next; next = waiting.shift()) await act(next);
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function refreshSpot(rows: readonly Named[], options: RefreshOptions, refresh: Refresh): Promise<void> {
  const { spot, now, spotDays } = options;
  const since = new Date(now.getTime() - spotDays * DAY_MS);
  for (const region of [...new Set(rows.map((row) => row.region))]) {
    const own = rows.filter((row) => row.region === region);
    const types = own.flatMap(({ sku }) => SPOT_SKU.exec(sku)?.[1] ?? []);
    const prices = await listSpot(spot, { region, instanceTypes: types, since, until: now });
    for (const row of own) {
      const type = SPOT_SKU.exec(row.sku)?.[1];
      const summary =
        typeof prices === "string"
          ? null
          : summariseSpot(
              prices.filter(({ instanceType }) => instanceType === type),
              since,
              now,
            );
      if (summary) {
        const source = `EC2 DescribeSpotPriceHistory, ${region}`;
        const after = confirmed(row, { usd: summary.usd, source }, now);
        refresh.read.push({ before: row, after: { ...after, note: summary.note } });
      } else {
        const problem = typeof prices === "string" ? prices : `no spot price in the last ${spotDays} days`;
        refresh.problems.push({ row, problem });
      }
    }
  }
}

/** The prices, or what AWS said instead when only this region is refused. */
async function listSpot(
  spot: SpotPrices,
  query: Parameters<SpotPrices["list"]>[0],
): Promise<SpotPrice[] | string> {
  try {
    return await spot.list(query);
  } catch (error) {
    if (!isAppError(error) || error.code !== "CLOUD_UNAVAILABLE") throw error;
    return `AWS did not answer: ${awsMessageOf(error)}`;
  }
}

/** A price that AWS has just confirmed loses its doubts with its old source. */
function confirmed(row: Named, { usd, source }: { usd: string; source: string }, now: Date): Named {
  const { note: _note, alsoIn: _second, unconfirmed: _doubt, ...kept } = row;
  return { ...kept, usd, source, asOf: dayOf(now) };
}

function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** The file with new prices, and with new rows where the book's order has them: by region, then by SKU. */
function withRows(file: PriceFile, changed: ReadonlyMap<string, Named>, added: readonly Named[]): PriceFile {
  const rows = file.rows.map((row) => {
    const after = changed.get(keyOf({ ...row, service: file.service }));
    if (!after) return row;
    const { service: _service, ...rest } = after;
    return rest;
  });
  for (const { service, ...row } of added) {
    if (service !== file.service) continue;
    const next = rows.findIndex((one) => orderOf(one) > orderOf(row));
    rows.splice(next < 0 ? rows.length : next, 0, row);
  }
  return { ...file, rows };
}

function orderOf({ region, sku }: Pick<Named, "region" | "sku">): string {
  return `${region}\n${sku}`;
}

function keyOf({ service, sku, region }: Pick<Named, "service" | "sku" | "region">): string {
  return `${service}\n${sku}\n${region}`;
}
