import path from "node:path";
import { fileURLToPath } from "node:url";
import { createPriceList, createSpotPrices } from "@greenroom/cloud/price-list";
import { isAppError } from "@greenroom/errors";
import { readCommand, USAGE, UsageError } from "./options";
import { environmentsToPrice } from "./price-effects";
import { runRefresh } from "./run-refresh";

const PRICES = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../packages/pricing/src/prices");

const [list, spot] = [createPriceList(), createSpotPrices()];
try {
  const command = readCommand(process.argv.slice(2));
  if (command) {
    const now = new Date();
    const { DATABASE_URL } = process.env;
    const environments = DATABASE_URL ? await environmentsToPrice(DATABASE_URL, now) : [];
    const { output, exitCode } = await runRefresh(command, { list, spot, now, folder: PRICES, environments });
    console.log(output);
    process.exitCode = exitCode;
  } else {
    console.log(USAGE);
  }
} catch (error) {
  if (!(error instanceof UsageError) && !isAppError(error)) throw error;
  console.error(error.message);
  process.exitCode = 1;
} finally {
  list.close();
  spot.close();
}
