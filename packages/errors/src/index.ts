export { AppError, type AppErrorInput, isAppError } from "./app-error";
export { ERROR_CODES, type ErrorCode } from "./error-codes";
export { fromUnknown } from "./from-unknown";
export { INPUT_MESSAGES, type InputMessageKey, isInputMessageKey } from "./input-messages";
export { OWN_MESSAGES, tell } from "./own-messages";
export { fillMessage, type Wording, type WordingDetails, wordsOf } from "./wording";
