import { createDatabase } from "../src";
import { seedDemo, seedManyEnvironments } from ".";

const databaseUrl = process.env.DATABASE_URL;
if (!databaseUrl) {
  console.error("DATABASE_URL is not set: give the database to seed.");
  process.exit(1);
}
const many = process.argv.indexOf("--environments");
const db = createDatabase(databaseUrl, 2);
try {
  await seedDemo(db);
  if (many > 0) await seedManyEnvironments(db, Number(process.argv[many + 1] ?? 10_000));
  console.log("The demo people, teams and accounts are there.");
} finally {
  await db.$disconnect();
}
