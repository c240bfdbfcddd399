import path from "node:path";
import { fileURLToPath } from "node:url";
import { createPriceList, createSpotPrices } from "@greenroom/cloud/price-list";
import { isAppError } from "@greenroom/errors";
import { runCommandLine } from "../command-line";
import { readCommand, USAGE } from "./options";
import { environmentsToPrice } from "./price-effects";
import { runRefresh } from "./run-refresh";

const PRICES = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../packages/pricing/src/prices");

const list = createPriceList();
const spot = createSpotPrices();
try {
  await runCommandLine({
    usage: USAGE,
    readCommand,
    run: async (command) => {
      const now = new Date();
      const { DATABASE_URL } = process.env;
      const environments = DATABASE_URL ? await environmentsToPrice(DATABASE_URL, now) : [];
      return runRefresh(command, { list, spot, now, folder: PRICES, environments });
    },
    isForUser: isAppError,
  });
} finally {
  list.close();
  spot.close();
}
