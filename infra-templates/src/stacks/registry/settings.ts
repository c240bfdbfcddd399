import { z } from "zod";
import type { Size } from "../../model/settings-model";
import { whole } from "../../spec/setting-types";

export const registrySettings = z.strictObject({
  enabled: z.boolean(),
  /** Images kept in each repository, the newest; a lifecycle rule of ECR counts up to 1,000 here. */
  keepImages: whole(1, 1000),
});
export type RegistrySettings = z.infer<typeof registrySettings>;

export const REGISTRY_SIZES: Record<Size, RegistrySettings> = {
  dev: { enabled: false, keepImages: 10 },
  staging: { enabled: false, keepImages: 20 },
  loadtest: { enabled: false, keepImages: 10 },
  prod: { enabled: true, keepImages: 50 },
};
