import { AppError } from "@greenroom/errors";

export function accountNotFound(): AppError {
  return new AppError({
    code: "NOT_FOUND",
    messageKey: "account.notFound",
    userMessage: "There is no such account. Reload the page to see which there are.",
  });
}
