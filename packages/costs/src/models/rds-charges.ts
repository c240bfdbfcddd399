import type { ModelInput } from "../cost-model";

/**
 * Days from which versions past their standard support pay extra, and from which the price of the third year holds
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support-charges.html and the release calendars it names).
 */
const EXTENDED_SUPPORT: readonly {
  engine: string;
  version: RegExp;
  from: string;
  thirdYearFrom: string;
}[] = [
  { engine: "aurora-postgresql", version: /^11(\.|$)/, from: "2024-04-01", thirdYearFrom: "2026-04-01" },
  { engine: "aurora-postgresql", version: /^12(\.|$)/, from: "2025-03-01", thirdYearFrom: "2027-03-01" },
  { engine: "aurora-postgresql", version: /^13(\.|$)/, from: "2026-03-01", thirdYearFrom: "2028-03-01" },
  { engine: "postgres", version: /^11(\.|$)/, from: "2024-04-01", thirdYearFrom: "2026-04-01" },
  { engine: "postgres", version: /^12(\.|$)/, from: "2025-03-01", thirdYearFrom: "2027-03-01" },
  { engine: "postgres", version: /^13(\.|$)/, from: "2026-03-01", thirdYearFrom: "2028-03-01" },
  { engine: "aurora-mysql", version: /^5\.7/, from: "2024-12-01", thirdYearFrom: "2026-12-01" },
  { engine: "mysql", version: /^5\.7/, from: "2024-03-01", thirdYearFrom: "2026-03-01" },
  { engine: "mysql", version: /^8\.0/, from: "2026-08-01", thirdYearFrom: "2028-08-01" },
];

const ENGINES: Readonly<Record<string, string>> = {
  postgres: "PostgreSQL",
  "aurora-postgresql": "PostgreSQL",
  mysql: "MySQL",
  "aurora-mysql": "MySQL",
  aurora: "MySQL",
  mariadb: "MariaDB",
  "oracle-se": "Oracle SE",
  "oracle-se1": "Oracle SE1",
  "oracle-se2": "Oracle SE2",
  "oracle-se2-cdb": "Oracle SE2",
  "oracle-ee": "Oracle EE",
  "oracle-ee-cdb": "Oracle EE",
  "sqlserver-ex": "SQL Server Express",
  "sqlserver-web": "SQL Server Web",
  "sqlserver-se": "SQL Server Standard",
  "sqlserver-ee": "SQL Server Enterprise",
};
/** Editions that RDS offers with the licence in the price; the others need one's own. */
const LICENSED_ORACLE = /^oracle-se[12]/;

/** "PostgreSQL", as the price list writes engines. */
export function engineTitle(engine: string): string {
  return ENGINES[engine] ?? engine;
}

/** The engine as instances are priced by it: Oracle with its licence (LI) or with one's own (BYOL). */
export function instanceTitle(engine: string, licenceModel = ""): string {
  const title = engineTitle(engine);
  if (!engine.startsWith("oracle")) return title;
  const isOwn = !LICENSED_ORACLE.test(engine) || licenceModel.toLowerCase() === "bring-your-own-license";
  return `${title} ${isOwn ? "BYOL" : "LI"}`;
}

export function isAurora(engine: string): boolean {
  return engine.startsWith("aurora");
}

/** 1 or 3: the year of extended support a version is in; null while it is not charged. */
export function extendedSupportYear(
  engine: string,
  version: string | undefined,
  { properties, now }: ModelInput,
): 1 | 3 | null {
  const entry = EXTENDED_SUPPORT.find((one) => one.engine === engine && one.version.test(version ?? ""));
  const isOff = properties.text("EngineLifecycleSupport") === "open-source-rds-extended-support-disabled";
  if (!entry || isOff || now < Date.parse(entry.from)) return null;
  return now >= Date.parse(entry.thirdYearFrom) ? 3 : 1;
}
