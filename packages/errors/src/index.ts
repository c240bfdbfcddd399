export { AppError, isAppError } from "./app-error";
export { ERROR_CODES, type ErrorCode } from "./error-codes";
export { codeOf, type ErrorKey, isErrorKey } from "./error-keys";
export { fromUnknown } from "./from-unknown";
