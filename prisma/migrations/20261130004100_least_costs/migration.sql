-- Whether what an environment costs leaves out something whose price is not known, so that the figure is the least it may be.
ALTER TABLE "Environment" ADD COLUMN "isCostAtLeast" BOOLEAN NOT NULL DEFAULT false;

-- What stands was priced by the plan of the newest request that built it.
UPDATE "Environment" e SET "isCostAtLeast" = true
FROM (
  SELECT DISTINCT ON (r."environmentId") r."environmentId", p."estimate"
  FROM "Request" r JOIN "Plan" p ON p."runId" = r."planRunId"
  WHERE r."environmentId" IS NOT NULL AND r."kind" <> 'DESTROY'
  ORDER BY r."environmentId", r."createdAt" DESC
) newest
WHERE newest."environmentId" = e."id" AND e."status" <> 'DESTROYED'
  AND ((newest."estimate" ->> 'unpricedComponentCount')::int > 0 OR jsonb_array_length(newest."estimate" -> 'notModelled') > 0);
