import { z } from "zod";
import type { Size } from "../../../model/settings-model";
import { whole } from "../../../spec/setting-types";

/** Graviton machines whose network is at least what a cache node's is. */
export const LOAD_TYPES = ["t4g.small", "c7g.large", "c7g.xlarge", "c7g.2xlarge", "c7g.4xlarge"] as const;

export const loadGeneratorSettings = z.strictObject({
  instanceType: z.enum(LOAD_TYPES),
  /** 0 leaves the machines out while nobody measures. */
  instances: whole(0, 20),
});
export type LoadGeneratorSettings = z.infer<typeof loadGeneratorSettings>;

const SMALL: LoadGeneratorSettings = { instanceType: "c7g.xlarge", instances: 2 };
const LARGE: LoadGeneratorSettings = { instanceType: "c7g.4xlarge", instances: 4 };

export const LOAD_GENERATOR_SIZES: Record<Size, LoadGeneratorSettings> = {
  dev: SMALL,
  staging: SMALL,
  loadtest: LARGE,
  prod: LARGE,
};
