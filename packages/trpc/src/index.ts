export { tracked } from "@trpc/server";
export { createProcedures, type TrpcContext } from "./create-procedures";
export { type ErrorData, formatError } from "./format-error";
