import { refusals } from "../errors";
import { choice, flag, type Query } from "../protocol/query";

/**
 * Is the rollback switched off by DeploymentConfig?
 * @throws ValidationError for express mode: here every resource is waited for
 */
export function disablesRollback({ DeploymentConfig: config }: Query): boolean {
  if (typeof config !== "object") return false;
  if (choice(config, "Mode", ["STANDARD", "EXPRESS"], "STANDARD") === "EXPRESS") {
    throw refusals.notSimulated("DeploymentConfig with Mode EXPRESS");
  }
  return flag(config, "DisableRollback");
}
