import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";

const componentSchema = z.object({
  sub: z.string().nullable(),
  name: z.string(),
  unit: z.string(),
  /** Null: "depends on usage". */
  monthlyQuantity: z.number().nullable(),
  unitPriceUsd: z.number().nullable(),
  monthlyCostUsd: z.number().nullable(),
});
const caseSchema = z.object({
  resourceType: z.string(),
  address: z.string(),
  region: z.string(),
  attributes: z
    .record(z.string(), z.unknown())
    .nullable()
    .transform((attributes) => attributes ?? {}),
  usage: z.record(z.string(), z.unknown()).nullable(),
  components: z.array(componentSchema),
});
const fileSchema = z.object({ cases: z.array(caseSchema) });

export type InfracostComponent = z.infer<typeof componentSchema>;
export type InfracostCase = z.infer<typeof caseSchema>;

const FILE = new URL("../../../../shared/data/infracost-cases.json", import.meta.url);

/** Resource cases of Infracost's golden tests, kept outside the project; none where the file is not there. */
export function readInfracostCases(): InfracostCase[] {
  return existsSync(FILE) ? fileSchema.parse(JSON.parse(readFileSync(FILE, "utf8"))).cases : [];
}
