export { Prisma } from "../generated/client";
export * from "../generated/enums";
export { createPrisma, type PrismaClient } from "./create-prisma";
export { type Transaction, transaction } from "./transaction";
