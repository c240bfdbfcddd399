import path from "node:path";
import { defineConfig } from "prisma/config";

/** Where the Prisma CLI finds things. Run it through `node scripts/prisma.mjs`, which needs no download. */
export default defineConfig({
  schema: path.join(import.meta.dirname, "schema"),
  migrations: {
    path: path.join(import.meta.dirname, "migrations"),
    seed: "node --import tsx prisma/seed/main.ts",
  },
  datasource: { url: process.env.DATABASE_OWNER_URL ?? process.env.DATABASE_URL ?? "" },
});
