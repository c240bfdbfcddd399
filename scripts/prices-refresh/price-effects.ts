import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { estimateSpec } from "@greenroom/costs";
import { isAppError } from "@greenroom/errors";
import { createPriceBook, estimateTemplates, type PriceBook } from "@greenroom/pricing";
import type { Estimate } from "@greenroom/pricing/schema";
import { createDatabase } from "@greenroom/prisma";
import { UsageError } from "../command-line";
import type { PriceFile } from "./price-files";

/** Something that costs, priced by any book. */
export interface Priced {
  name: string;
  estimate(book: PriceBook): Estimate;
}

/** What new prices do to something: expected dollars a month before and after, or why it cannot be priced. */
export type PriceEffect = { name: string; before: string; after: string } | { name: string; problem: string };

export function priceEffects(
  subjects: readonly Priced[],
  before: readonly PriceFile[],
  after: readonly PriceFile[],
): PriceEffect[] {
  const [old, fresh] = [bookOf(before), bookOf(after)];
  return subjects.map(({ name, estimate }) => {
    try {
      return {
        name,
        before: estimate(old).monthlyUsd.expected,
        after: estimate(fresh).monthlyUsd.expected,
      };
    } catch (error) {
      if (!isAppError(error)) throw error;
      return { name, problem: error.message };
    }
  });
}

function bookOf(files: readonly PriceFile[]): PriceBook {
  return createPriceBook(files.map(({ service, rows }) => ({ service, rows })));
}

/** Templates of the command line. Throws UsageError for a file that is not there. */
export function templatesToPrice(files: readonly string[], region: string, now: Date): Priced[] {
  return files.map((file) => {
    if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
    const template = readFileSync(file, "utf8");
    const key = path.basename(file);
    return {
      name: file,
      estimate: (book) => estimateTemplates({ stacks: [{ key, region, template }], book, now }),
    };
  });
}

/** Every environment that exists, as its spec says it is. */
export async function environmentsToPrice(databaseUrl: string, now: Date): Promise<Priced[]> {
  const db = createDatabase(databaseUrl, 1);
  try {
    const environments = await db.environment.findMany({
      where: { status: { not: "DESTROYED" } },
      select: { name: true, blueprint: true, region: true, stage: true, spec: true },
      orderBy: { name: "asc" },
    });
    return environments.map(({ name, blueprint, region, stage, spec }) => ({
      name,
      estimate: (book) =>
        estimateSpec(
          { book, now: () => now },
          { blueprint, region, stage, spec: spec as Record<string, unknown> },
        ),
    }));
  } finally {
    await db.$disconnect();
  }
}
