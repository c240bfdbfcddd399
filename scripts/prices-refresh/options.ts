import { parseArgs } from "node:util";
import { UsageError } from "../command-line";

export const USAGE = `npm run prices:refresh [-- options]

Reads the price book anew from AWS and shows what would change, and asks for the main charges of types that the book
has no row for. Nothing is written without --accept.

  --region REGION       only rows of this region (global for charges without one)
  --service SERVICE     only rows of this service of the price book, such as AmazonElastiCache
  --template FILE       shows what the new prices do to this CloudFormation template; repeat it for more
  --template-region R   region of the templates (default ap-northeast-2)
  --spot-days N         days of spot prices that are averaged, 1 to 90 (default 30)
  --accept              writes the new prices, with source and date, into packages/pricing/src/prices

With DATABASE_URL it shows what the new prices do to the environments that exist.

It needs AWS credentials (AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a role) that may call
pricing:GetProducts and ec2:DescribeSpotPriceHistory. Both only read, and cost nothing.

Exit code 1: nothing could be read. Exit code 2: some rows could not; they stay as they are.`;

export interface RefreshCommand {
  region: string | undefined;
  service: string | undefined;
  templates: string[];
  templateRegion: string;
  spotDays: number;
  accept: boolean;
}

/** Reads the command line; null asks for help. Throws UsageError with what to type instead. */
export function readCommand(args: readonly string[]): RefreshCommand | null {
  const values = parse(args);
  if (values.help) return null;
  const spotDays = Number(values["spot-days"]);
  if (!Number.isInteger(spotDays) || spotDays < 1 || spotDays > 90) {
    throw new UsageError(`"${values["spot-days"]}" is no number of days: --spot-days takes 1 to 90.`);
  }
  return {
    region: values.region,
    service: values.service,
    templates: values.template,
    templateRegion: values["template-region"],
    spotDays,
    accept: values.accept,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        region: { type: "string" },
        service: { type: "string" },
        template: { type: "string", multiple: true, default: [] },
        "template-region": { type: "string", default: "ap-northeast-2" },
        "spot-days": { type: "string", default: "30" },
        accept: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}
