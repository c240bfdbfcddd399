export { AppError, type AppErrorInput, isAppError } from "./app-error";
export { ERROR_CODES, type ErrorCode } from "./error-codes";
export { fromUnknown } from "./from-unknown";
export { fillMessage, INPUT_MESSAGES, type InputMessageKey, isInputMessageKey } from "./input-messages";
