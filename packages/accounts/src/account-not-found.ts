import { AppError } from "@greenroom/errors";

export function accountNotFound(): AppError {
  return new AppError("account.notFound");
}
