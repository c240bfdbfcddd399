import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { isAppError } from "@greenroom/errors";
import { BLUEPRINTS } from "@greenroom/infra-templates/catalog";
import { writeManifests, writeTemplates } from "./write-templates";

const USAGE = `npm run synth -- BLUEPRINT --out DIR [options]

  BLUEPRINT          one of: ${BLUEPRINTS.map(({ id }) => id).join(", ")}
  --out DIR          where the templates go, one <stack>.template.json each; below it, what is applied to the cluster afterwards
  --preset KEY       the size to start from (default: the blueprint's first)
  --spec FILE        JSON with the settings that differ from the size, e.g. {"cache": {"shards": 4}}
  --region REGION    home region (default ap-northeast-2)
  --name NAME        environment's name, part of every name in the templates (default sample)
  --stage STAGE      dev, staging or prod (default: the size's own)
  --account ID       12 digits (default 111122223333)`;

/** Words for whoever typed the command: what is wrong, and what to type instead. */
class UsageError extends Error {}

function readOptions() {
  const { values, positionals } = parse();
  if (values.help) {
    console.log(USAGE);
    process.exit(0);
  }
  const [blueprint, ...rest] = positionals;
  if (!blueprint || rest.length > 0) throw new UsageError(`Name one blueprint.\n\n${USAGE}`);
  if (!values.out) throw new UsageError(`Say where the templates go: --out DIR.\n\n${USAGE}`);
  if (!/^\d{12}$/.test(values.account)) {
    throw new UsageError(`"${values.account}" is no account id: --account takes 12 digits.`);
  }
  if (!/^[a-z][a-z0-9-]{1,22}[a-z0-9]$/.test(values.name)) {
    throw new UsageError(
      `"${values.name}" cannot be a name: --name takes 3 to 24 lower-case letters, digits and hyphens.`,
    );
  }
  return { ...values, blueprint, out: path.resolve(values.out), overrides: readOverrides(values.spec) };
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        out: { type: "string" },
        preset: { type: "string" },
        spec: { type: "string" },
        region: { type: "string", default: "ap-northeast-2" },
        name: { type: "string", default: "sample" },
        stage: { type: "string" },
        account: { type: "string", default: "111122223333" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function readOverrides(file: string | undefined): Record<string, unknown> {
  if (!file) return {};
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}: --spec takes a JSON file.`);
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}.`);
  }
  if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) {
    return parsed as Record<string, unknown>;
  }
  throw new UsageError(`${file} must hold an object such as {"cache": {"shards": 4}}.`);
}

try {
  const options = readOptions();
  const written = writeTemplates(options);
  for (const { file, region, resourceCount, bytes } of written) {
    console.log(
      `${path.relative(process.cwd(), file) || file}  ${region}  ${resourceCount} resources  ${bytes} bytes`,
    );
  }
  for (const file of writeManifests(options)) {
    console.log(`${path.relative(process.cwd(), file) || file}  apply it to the cluster afterwards`);
  }
} catch (error) {
  if (!(error instanceof UsageError) && !isAppError(error)) throw error;
  const place = isAppError(error) && error.field ? `${error.field}: ` : "";
  console.error(`${place}${error.message}`);
  process.exit(1);
}
