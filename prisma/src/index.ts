export { Prisma } from "../generated/client";
export * from "../generated/enums";
export { createDatabase, type Database } from "./client";
export { createPrisma, type PrismaClient } from "./create-prisma";
export { type Transaction, transaction } from "./transaction";
