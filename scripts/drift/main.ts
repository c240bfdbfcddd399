/**
 * How resources differ from what they declare: `npm run drift -- --cases FILE`. The file is a list of
 * `{id, resource: {resourceType, declared}, liveRaw, schema?}`; each gives a line of JSON,
 * `{id, drift: [{path, expected?, actual?, class}], notCompared: [path]}`.
 */
import { parseArgs } from "node:util";
import { classifyDifference, compareResource } from "@greenroom/drift/compare";
import { readCases } from "./read-cases";

const USAGE = "npm run drift -- --cases FILE";

function main(): void {
  const { values } = parseArgs({ options: { cases: { type: "string" } } });
  if (!values.cases) throw new Error(`Name the file with the cases: ${USAGE}`);
  for (const { id, resource, liveRaw, schema } of readCases(values.cases)) {
    const { differences, notCompared } = compareResource({ ...resource, live: liveRaw, schema });
    const drift = differences.map((difference) => ({
      ...difference,
      class: classifyDifference(resource, difference),
    }));
    console.log(JSON.stringify({ id, drift, notCompared }));
  }
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}
