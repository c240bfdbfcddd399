import { moneyText } from "@greenroom/pricing/reports";
import { Decimal } from "decimal.js";
import type { PriceEffect } from "./price-effects";
import type { Named, Refresh } from "./refresh-prices";

/** What a refresh found, for a reader who decides whether to accept it. */
export function refreshReport(refresh: Refresh, effects: readonly PriceEffect[]): string {
  const { read, problems, added, stillMissing } = refresh;
  const changed = read.filter(({ before, after }) => isChanged(before, after));
  const confirmed = read.length - changed.length;
  return [
    section(`Changed (${changed.length})`, changed.map(changeLine)),
    `Unchanged, with a new date: ${confirmed}`,
    added.length > 0 ? section(`New (${added.length})`, added.map(newLine)) : null,
    stillMissing.length > 0
      ? section(
          `Wanted and without a price (${stillMissing.length})`,
          stillMissing.map(({ row, problem }) => `${nameOf(row)}: ${problem}`),
        )
      : null,
    section(
      `Not read, left as they are (${problems.length})`,
      problems.map(({ row, problem }) => `${nameOf(row)}: ${problem}`),
    ),
    section(`Not refreshable (${refresh.notRefreshable.length})`, reasons(refresh)),
    effects.length > 0 ? section("What it does, expected a month", effects.map(effectLine)) : null,
  ]
    .filter((part) => part !== null)
    .join("\n\n");
}

function isChanged(before: Named, after: Named): boolean {
  return !new Decimal(before.usd).equals(after.usd) || before.unconfirmed !== undefined;
}

function section(title: string, lines: readonly string[]): string {
  return [lines.length > 0 ? `${title}:` : title, ...lines.map((line) => `  ${line}`)].join("\n");
}

/** "AmazonVPC ap-northeast-2 NAT gateway hour: 0.059 -> 0.06 (+1.7 %), 2026-11-23, AWS Price List …" */
function changeLine({ before, after }: Refresh["read"][number]): string {
  const doubt = before.unconfirmed ? ", now confirmed" : "";
  return `${nameOf(before)}: ${before.usd} -> ${after.usd} (${percent(before.usd, after.usd)}${doubt}), ${after.asOf}, ${after.source}`;
}

function newLine(row: Named): string {
  return `${nameOf(row)}: ${row.usd}, ${row.asOf}, ${row.source}`;
}

function effectLine(effect: PriceEffect): string {
  if ("problem" in effect) return `${effect.name}: cannot be priced: ${effect.problem}`;
  const { name, before, after } = effect;
  return `${name}: $${moneyText(before)} -> $${moneyText(after)} (${percent(before, after)})`;
}

/** "+1.7 %"; from nothing there is no percentage. */
function percent(before: string, after: string): string {
  const [old, fresh] = [new Decimal(before), new Decimal(after)];
  if (old.equals(fresh)) return "no change";
  if (old.isZero()) return "new";
  const change = fresh.minus(old).div(old).times(100).toDecimalPlaces(1);
  return `${change.isNegative() ? "" : "+"}${change.toFixed()} %`;
}

/** Rows that cannot be asked for, those of one service, charge and reason as one line. */
function reasons({ notRefreshable }: Refresh): string[] {
  const groups = new Map<string, Set<string>>();
  for (const { row, reason } of notRefreshable) {
    const key = `${row.service}: ${reason}`;
    groups.set(key, (groups.get(key) ?? new Set()).add(`${row.sku} (${row.region})`));
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, rows]) => `${key}: ${[...rows].join(", ")}`);
}

function nameOf({ service, region, sku }: Pick<Named, "service" | "region" | "sku">): string {
  return `${service} ${region} ${sku}`;
}
