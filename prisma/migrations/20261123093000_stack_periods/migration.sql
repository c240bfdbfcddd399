-- CreateTable
CREATE TABLE "StackPeriod" (
    "id" BIGSERIAL NOT NULL,
    "environmentId" TEXT NOT NULL,
    "stackKey" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "templateHash" TEXT NOT NULL,
    "template" JSONB NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "endedAt" TIMESTAMP(3),

    CONSTRAINT "StackPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StackPeriod_environmentId_stackKey_startedAt_idx" ON "StackPeriod"("environmentId", "stackKey", "startedAt");

-- CreateIndex
CREATE INDEX "StackPeriod_endedAt_idx" ON "StackPeriod"("endedAt");

-- Rules that Prisma's schema language cannot say.

-- A stack is one thing at a time.
CREATE UNIQUE INDEX "StackPeriod_open_key" ON "StackPeriod" ("environmentId", "stackKey") WHERE "endedAt" IS NULL;

-- Rows of EnvironmentStack tell what stands now; what stood before is kept here, whoever changes them. A stack that is
-- tracked and not yet deployed (deployedAt is null) is nothing that costs.
CREATE FUNCTION keep_stack_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD."deployedAt" IS NOT NULL AND NEW."deployedAt" IS NOT NULL
    AND NEW."templateHash" = OLD."templateHash" AND NEW."region" = OLD."region" THEN
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    UPDATE "StackPeriod" SET "endedAt" = GREATEST("startedAt",
        COALESCE(CASE WHEN TG_OP = 'UPDATE' THEN NEW."deployedAt" END, now() AT TIME ZONE 'UTC'))
      WHERE "environmentId" = OLD."environmentId" AND "stackKey" = OLD."key" AND "endedAt" IS NULL;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW."deployedAt" IS NOT NULL THEN
    INSERT INTO "StackPeriod" ("environmentId", "stackKey", "region", "templateHash", "template", "startedAt")
      VALUES (NEW."environmentId", NEW."key", NEW."region", NEW."templateHash", NEW."template", NEW."deployedAt");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "EnvironmentStack_period" AFTER INSERT OR UPDATE OR DELETE ON "EnvironmentStack"
  FOR EACH ROW EXECUTE FUNCTION keep_stack_period();

-- What stands today has stood since it was last deployed, as far as anything tells.
INSERT INTO "StackPeriod" ("environmentId", "stackKey", "region", "templateHash", "template", "startedAt")
  SELECT "environmentId", "key", "region", "templateHash", "template", "deployedAt"
  FROM "EnvironmentStack" WHERE "deployedAt" IS NOT NULL;
