export { tracked } from "@trpc/server";
export { createCallHandler } from "./answer-calls";
export { createProcedures, type TrpcContext } from "./create-procedures";
export { type ErrorData, formatError } from "./format-error";
export { notSignedIn } from "./refusals";
