import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { PriceRow } from "@greenroom/pricing";

export interface PriceFile {
  file: string;
  service: string;
  rows: PriceRow[];
}

/** The price book's files, in order of their names. */
export function readPriceFiles(folder: string): PriceFile[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => {
      const file = path.join(folder, name);
      const { service, rows } = JSON.parse(readFileSync(file, "utf8")) as Omit<PriceFile, "file">;
      return { file, service, rows };
    });
}

/** One row a line, so that a change of a price is a change of a line. */
export function priceFileText({ service, rows }: Pick<PriceFile, "service" | "rows">): string {
  const lines = rows.map((row) => {
    const fields = Object.entries(row).map(
      ([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`,
    );
    return `    {${fields.join(", ")}}`;
  });
  return `{\n  "service": ${JSON.stringify(service)},\n  "rows": [\n${lines.join(",\n")}\n  ]\n}\n`;
}

/** Writes the files whose rows differ from what is on disk; returns their names. */
export function writePriceFiles(files: readonly PriceFile[]): string[] {
  return files
    .filter((one) => readFileSync(one.file, "utf8") !== priceFileText(one))
    .map((one) => {
      writeFileSync(one.file, priceFileText(one));
      return path.basename(one.file);
    });
}
