-- CreateTable
CREATE TABLE "SpecPeriod" (
    "id" BIGSERIAL NOT NULL,
    "environmentId" TEXT NOT NULL,
    "spec" JSONB NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "SpecPeriod_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "SpecPeriod_environmentId_id_idx" ON "SpecPeriod"("environmentId", "id");

-- Rows of Environment tell the spec that is deployed now; what it was before is kept here, whoever changes them. A spec is deployed when
-- its environment becomes ready.
CREATE FUNCTION keep_spec_period() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "SpecPeriod" ("environmentId", "spec", "startedAt")
    VALUES (NEW."id", NEW."spec", CASE
      WHEN TG_OP = 'INSERT' THEN NEW."createdAt"
      WHEN NEW."readyAt" IS DISTINCT FROM OLD."readyAt" THEN NEW."readyAt"
      ELSE now() AT TIME ZONE 'UTC' END);
  RETURN NULL;
END $$;
CREATE TRIGGER "Environment_spec_inserted" AFTER INSERT ON "Environment"
  FOR EACH ROW EXECUTE FUNCTION keep_spec_period();
CREATE TRIGGER "Environment_spec_changed" AFTER UPDATE OF "spec" ON "Environment"
  FOR EACH ROW WHEN (OLD."spec" IS DISTINCT FROM NEW."spec") EXECUTE FUNCTION keep_spec_period();

-- What is expected today has been since the beginning, as far as anything tells.
INSERT INTO "SpecPeriod" ("environmentId", "spec", "startedAt") SELECT "id", "spec", "createdAt" FROM "Environment";
