export { Prisma } from "../generated/client";
export * from "../generated/enums";
export { createDatabase, type Database, type Transaction } from "./client";
export { LOCKS } from "./locks";
export { lockSession, unlockSession } from "./session-locks";
export { lockingFreeRows, lockingRows, takeLocks, tryLock } from "./take-locks";
export { transaction } from "./transaction";
