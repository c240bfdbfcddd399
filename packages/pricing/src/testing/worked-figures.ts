import { COMPUTE_FIGURES } from "./worked-figures-compute";
import { DATA_FIGURES } from "./worked-figures-data";
import { DATABASE_FIGURES } from "./worked-figures-databases";
import { EDGE_FIGURES } from "./worked-figures-edge";
import { FLEET_FIGURES } from "./worked-figures-fleets";
import { OPERATIONS_FIGURES } from "./worked-figures-operations";
import { OPTION_FIGURES } from "./worked-figures-options";
import { RDS_FIGURES } from "./worked-figures-rds";
import { SERVERLESS_FIGURES } from "./worked-figures-serverless";
import { STREAM_FIGURES } from "./worked-figures-streams";

/** One resource of a type and what it costs a month, worked out by hand from prices that the book states. */
export interface Figure {
  what: string;
  type: string;
  /** Default ap-northeast-2. */
  region?: string;
  properties?: Record<string, unknown>;
  usage?: Record<string, number>;
  /** Resources of the same stack that it refers to. */
  beside?: Record<string, { Type: string; Properties?: Record<string, unknown> }>;
  /** Usage figures of those. */
  usageBeside?: Record<string, Record<string, number>>;
  /** The expected cost in dollars: a sum of products. */
  parts?: readonly (readonly (number | string)[])[];
  /** The least and the most. */
  bounds?: Partial<Record<"low" | "high", readonly (readonly (number | string)[])[]>>;
  /** Components without a price: name → quantity. */
  unpriced?: Record<string, number | string>;
  free?: boolean;
}

export const WORKED_FIGURES: readonly Figure[] = [
  ...COMPUTE_FIGURES,
  ...DATA_FIGURES,
  ...DATABASE_FIGURES,
  ...EDGE_FIGURES,
  ...FLEET_FIGURES,
  ...OPERATIONS_FIGURES,
  ...OPTION_FIGURES,
  ...RDS_FIGURES,
  ...SERVERLESS_FIGURES,
  ...STREAM_FIGURES,
];
