-- AlterTable
ALTER TABLE "CostMeter" ADD COLUMN "firstDay" DATE,
ADD COLUMN "billedUntil" TIMESTAMP(3),
ALTER COLUMN "meteredUntil" DROP NOT NULL;

-- What imports write from now on, of those that were made before.
INSERT INTO "CostMeter" ("environmentId", "firstDay", "billedUntil")
  SELECT "environmentId", min("day"), max("day") FILTER (WHERE "source" = 'COST_EXPLORER') + interval '1 day'
  FROM "DailyCost" GROUP BY "environmentId"
  ON CONFLICT ("environmentId") DO UPDATE SET "firstDay" = EXCLUDED."firstDay", "billedUntil" = EXCLUDED."billedUntil";
