export { AppError, type AppErrorInput, isAppError } from "./app-error";
export { ERROR_CODES, type ErrorCode } from "./error-codes";
export { codeOf, type ErrorKey, isErrorKey } from "./error-keys";
export { fromUnknown } from "./from-unknown";
export { tell, toMessage, toWording, type Wording, type WordingDetails, wordsOf } from "./wording";
