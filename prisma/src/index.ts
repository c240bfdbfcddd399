export { Prisma } from "../generated/client";
export * from "../generated/enums";
export { createDatabase, type Database, type Transaction } from "./client";
export { transaction } from "./transaction";
