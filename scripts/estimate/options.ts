import { parseArgs } from "node:util";
import { awakeHours, HOURS_PER_MONTH, sleepScheduleSchema } from "@greenroom/pricing/schema";
import { UsageError } from "../command-line";

export const USAGE = `npm run estimate -- TEMPLATE [TEMPLATE …] [options]

  TEMPLATE              CloudFormation template, JSON or YAML; several are priced together, with the
                        parameters and exports that they pass to each other
  --region REGION       region of the templates (default ap-northeast-2)
  --parameter K=V       value of a template parameter; repeat it for more
  --account ID          12 digits, for what templates choose by account
  --ssm NAME=VALUE      value of the parameter store, for {{resolve:ssm:NAME}} and parameters that name one
  --usage FILE          usage figures with Infracost's keys, by logical id (YAML)
  --hours N             hours a month that it exists, 0 to 730 (default 730)
  --sleep HxD           instead of --hours: exists H hours on D days a week and sleeps between, such as 12x5
  --format FORMAT       table, json (Infracost's shape) or html (default table)
  --compare FILE        prints what changed: an older template, or an older estimate of --format json;
                        where something without a price is added or removed the difference is "at least",
                        "at most" or not known (JSON: diffBound, diffLeftOut; diffTotalMonthlyCost is null)
  --fail-over USD       exit code 2 when the expected month costs more
  --fail-on-unpriced    exit code 2 when something has no price or no model, now or, with --compare, before

What decides a price and is in none of the templates (a size from a parameter, a nested stack that is not given, a
macro) is unpriced: named, counted, and in the JSON told by the component's notKnown, a list of {property, from}.

Exit code 0: priced. 1: something cannot be read. 2: a limit of --fail-over or --fail-on-unpriced is passed.`;

const FORMATS = ["table", "json", "html"] as const;
type Format = (typeof FORMATS)[number];

export interface EstimateCommand {
  files: string[];
  region: string;
  parameters: Record<string, string>;
  account: string | undefined;
  /** Values of the parameter store, by name. */
  stored: Record<string, string>;
  usage: string | undefined;
  hours: number;
  format: Format;
  compare: string | undefined;
  failOver: string | undefined;
  failOnUnpriced: boolean;
}

/** Reads the command line; null asks for help. Throws UsageError with what to type instead. */
export function readCommand(args: readonly string[]): EstimateCommand | null {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  if (positionals.length === 0) throw new UsageError(`Name at least one template.\n\n${USAGE}`);
  const format = FORMATS.find((one) => one === values.format);
  if (!format) throw new UsageError(`"${values.format}" is no format: use ${FORMATS.join(", ")}.`);
  const failOver = values["fail-over"];
  if (failOver !== undefined && !/^\d+(\.\d+)?$/.test(failOver)) {
    throw new UsageError(`"${failOver}" is no amount: --fail-over takes US dollars a month, such as 500.`);
  }
  return {
    files: positionals,
    region: values.region,
    parameters: readPairs("parameter", values.parameter),
    account: readAccount(values.account),
    stored: readPairs("ssm", values.ssm),
    usage: values.usage,
    hours: readExistence(values.hours, values.sleep),
    format,
    compare: values.compare,
    failOver,
    failOnUnpriced: values["fail-on-unpriced"],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        region: { type: "string", default: "ap-northeast-2" },
        parameter: { type: "string", multiple: true, default: [] },
        account: { type: "string" },
        ssm: { type: "string", multiple: true, default: [] },
        usage: { type: "string" },
        hours: { type: "string" },
        sleep: { type: "string" },
        format: { type: "string", default: "table" },
        compare: { type: "string" },
        "fail-over": { type: "string" },
        "fail-on-unpriced": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function readAccount(account: string | undefined): string | undefined {
  if (account === undefined || /^\d{12}$/.test(account)) return account;
  throw new UsageError(`"${account}" is no account: --account takes 12 digits.`);
}

function readPairs(option: "parameter" | "ssm", pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new UsageError(`"${pair}" names no value: write --${option} Name=Value.`);
      return [pair.slice(0, at), pair.slice(at + 1)];
    }),
  );
}

/** Hours a month, by number or by the schedule of a week. */
function readExistence(hours: string | undefined, sleep: string | undefined): number {
  if (sleep === undefined) return hours === undefined ? HOURS_PER_MONTH : readHours(hours);
  if (hours !== undefined) throw new UsageError("--hours and --sleep say the same thing: give one of them.");
  const [, hoursPerDay, daysPerWeek] = /^(\d+(?:\.\d+)?)x(\d)$/.exec(sleep) ?? [];
  const schedule = sleepScheduleSchema.safeParse({
    hoursPerDay: Number(hoursPerDay),
    daysPerWeek: Number(daysPerWeek),
  });
  if (schedule.success) return awakeHours(schedule.data);
  throw new UsageError(
    `"${sleep}" is no schedule: --sleep takes hours and days a week that it exists, such as 12x5 (1 to 24, 1 to 7).`,
  );
}

function readHours(text: string): number {
  const hours = Number(text);
  if (text.trim() !== "" && hours >= 0 && hours <= 730) return hours;
  throw new UsageError(`"${text}" is no number of hours: --hours takes 0 to 730.`);
}
