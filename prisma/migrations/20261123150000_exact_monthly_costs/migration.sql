-- AlterTable: plans have more digits than four, and a request that changes nothing must not look dearer.
ALTER TABLE "Environment" ALTER COLUMN "monthlyCostUsd" SET DATA TYPE DECIMAL(24,10),
ALTER COLUMN "approvedMonthlyUsd" SET DATA TYPE DECIMAL(24,10);

-- What was rounded to four digits gets back the digits of the approved plan it came from.
CREATE TEMPORARY TABLE planned AS
  SELECT r."environmentId" AS id, max(round((p."estimate" -> 'monthlyUsd' ->> 'expected')::numeric, 10)) AS usd
  FROM "Request" r JOIN "Plan" p ON p."runId" = r."planRunId"
  WHERE r."status" = 'APPROVED' AND r."environmentId" IS NOT NULL
  GROUP BY 1, round((p."estimate" -> 'monthlyUsd' ->> 'expected')::numeric, 4);
UPDATE "Environment" e SET "monthlyCostUsd" = planned.usd FROM planned
  WHERE planned.id = e."id" AND round(planned.usd, 4) = e."monthlyCostUsd";
UPDATE "Environment" e SET "approvedMonthlyUsd" = planned.usd FROM planned
  WHERE planned.id = e."id" AND round(planned.usd, 4) = e."approvedMonthlyUsd";
DROP TABLE planned;
