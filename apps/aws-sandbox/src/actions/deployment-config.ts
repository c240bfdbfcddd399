import { refusals } from "../errors";
import { choice, flag, type Query } from "../protocol/query";

/** @throws ValidationError when DeploymentConfig asks for express mode: here every resource is waited for */
export function refuseExpress({ DeploymentConfig: config }: Query): void {
  if (typeof config !== "object") return;
  if (choice(config, "Mode", ["STANDARD", "EXPRESS"], "STANDARD") === "EXPRESS") {
    throw refusals.notSimulated("DeploymentConfig with Mode EXPRESS");
  }
}

/** Is the rollback switched off by DeploymentConfig? @throws ValidationError for express mode */
export function disablesRollback(query: Query): boolean {
  refuseExpress(query);
  const { DeploymentConfig: config } = query;
  return typeof config === "object" && flag(config, "DisableRollback");
}
