import { perHour } from "../components";
import type { ComponentDraft } from "../cost-model";
import type { PropertyReader } from "../properties";
import { vcpusOf } from "../vcpus";

/**
 * Days from which versions past their standard support pay extra, and from which the price of the third year
 * holds (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support-charges.html and the release
 * calendars it names). Aurora MySQL pays the price of the first year throughout
 * (https://github.com/aws-samples/rds-extended-support-cost-estimator).
 */
const EXTENDED_SUPPORT: readonly {
  engine: string;
  version: RegExp;
  from: string;
  thirdYearFrom?: string;
}[] = [
  { engine: "aurora-postgresql", version: /^11(\.|$)/, from: "2024-04-01", thirdYearFrom: "2026-04-01" },
  { engine: "aurora-postgresql", version: /^12(\.|$)/, from: "2025-03-01", thirdYearFrom: "2027-03-01" },
  { engine: "aurora-postgresql", version: /^13(\.|$)/, from: "2026-03-01", thirdYearFrom: "2028-03-01" },
  { engine: "postgres", version: /^11(\.|$)/, from: "2024-04-01", thirdYearFrom: "2026-04-01" },
  { engine: "postgres", version: /^12(\.|$)/, from: "2025-03-01", thirdYearFrom: "2027-03-01" },
  { engine: "postgres", version: /^13(\.|$)/, from: "2026-03-01", thirdYearFrom: "2028-03-01" },
  { engine: "aurora-mysql", version: /^5\.7/, from: "2024-12-01" },
  { engine: "mysql", version: /^5\.7/, from: "2024-03-01", thirdYearFrom: "2026-03-01" },
  { engine: "mysql", version: /^8(\.0|$)/, from: "2026-08-01", thirdYearFrom: "2028-08-01" },
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

/**
 * 1 or 3: the year of extended support a version is in; null while it is not charged.
 * @param holder what says whether the database is enrolled: the instance, or the cluster for all of its
 * members
 *   (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/extended-support-creating-db-instance.html)
 */
export function extendedSupportYear(
  engine: string,
  version: string | undefined,
  holder: PropertyReader,
  now: number,
): 1 | 3 | null {
  const entry = EXTENDED_SUPPORT.find((one) => one.engine === engine && one.version.test(version ?? ""));
  const isOff = holder.text("EngineLifecycleSupport") === "open-source-rds-extended-support-disabled";
  if (!entry || isOff || now < Date.parse(entry.from)) return null;
  return entry.thirdYearFrom && now >= Date.parse(entry.thirdYearFrom) ? 3 : 1;
}

/** The surcharge of extended support on all vCPUs that run, those of standbys and readers too. */
export function extendedSupport({
  engine,
  year,
  property,
  instanceClass,
  copies,
}: ExtendedSupport): ComponentDraft[] {
  if (!year) return [];
  const vcpus = instanceClass && vcpusOf(instanceClass);
  return [
    perHour({
      name: `Extended support (year ${year})`,
      unit: "vCPU-hours",
      count: vcpus ? vcpus * copies : null,
      property,
      price: {
        service: isAurora(engine) ? "AmazonAurora" : "AmazonRDS",
        sku: `${engineTitle(engine)} extended support ${year === 3 ? "yr3" : "yr1-2"}`,
      },
    }),
  ];
}

interface ExtendedSupport {
  engine: string;
  year: 1 | 3 | null;
  instanceClass: string | undefined;
  /** Property that names the class. */
  property: string;
  /** Instances of the class that run: a standby is charged like its primary. */
  copies: number;
}
