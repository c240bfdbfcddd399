import { awsCodeOf, awsMessageOf, type PriceList, type SpotPrices } from "@greenroom/cloud/price-list";
import { isAppError } from "@greenroom/errors";
import { UsageError } from "../command-line";
import { type RefreshCommand, USAGE } from "./options";
import { type Priced, priceEffects, templatesToPrice } from "./price-effects";
import { readPriceFiles, writePriceFiles } from "./price-files";
import { refreshPrices } from "./refresh-prices";
import { refreshReport } from "./refresh-report";
import { wantedRows } from "./wanted-rows";

const NO_CREDENTIALS =
  /^(CredentialsProviderError|ExpiredToken(Exception)?|UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|AuthFailure)$/;

export interface RefreshDeps {
  list: PriceList;
  spot: SpotPrices;
  now: Date;
  /** Where the price book's files are. */
  folder: string;
  /** Environments that exist, where there is a database. */
  environments: readonly Priced[];
}

export interface RefreshOutcome {
  output: string;
  exitCode: 0 | 2;
}

/**
 * Reads prices, says what they change, and writes them when they are accepted.
 * @throws UsageError when nothing is chosen or AWS lets nobody in, with what to do
 */
export async function runRefresh(command: RefreshCommand, deps: RefreshDeps): Promise<RefreshOutcome> {
  const { list, spot, now, folder } = deps;
  const { region, service, spotDays } = command;
  const before = readPriceFiles(folder);
  assertChosen(before, command);
  const subjects = [
    ...templatesToPrice(command.templates, command.templateRegion, now),
    ...deps.environments,
  ];
  const refresh = await refreshPrices(before, { list, spot, now, region, service, spotDays }).catch(refuse);
  const report = refreshReport(refresh, priceEffects(subjects, before, refresh.files));
  const written = command.accept ? writePriceFiles(refresh.files) : [];
  const end = command.accept
    ? `Written: ${written.join(", ") || "nothing, all is as it was"}.`
    : "Nothing is written. Add --accept to take these prices.";
  return { output: `${report}\n\n${end}`, exitCode: refresh.problems.length > 0 ? 2 : 0 };
}

function assertChosen(files: ReturnType<typeof readPriceFiles>, { region, service }: RefreshCommand): void {
  const services = files.map((file) => file.service);
  if (service && !services.includes(service)) {
    throw new UsageError(`"${service}" is no service of the price book. It has ${services.join(", ")}.`);
  }
  const rows = [
    ...files.flatMap((file) => (service && file.service !== service ? [] : file.rows)),
    ...wantedRows(files).filter((row) => !service || row.service === service),
  ];
  if (!region || rows.some((row) => row.region === region)) return;
  const regions = [...new Set(rows.map((row) => row.region))].sort();
  throw new UsageError(`The price book has no such rows of "${region}", but of ${regions.join(", ")}.`);
}

/** Without credentials, or without the permission, no row can be read: say what is needed. */
function refuse(error: unknown): never {
  if (!isAppError(error)) throw error;
  const needs = USAGE.split("\n\n").find((part) => part.startsWith("It needs AWS credentials"));
  const what = NO_CREDENTIALS.test(String(awsCodeOf(error)))
    ? "There are no AWS credentials that work"
    : `AWS refused ${error.says.values?.operation}`;
  throw new UsageError(`${what}: ${awsMessageOf(error)}\n\n${needs}`);
}
