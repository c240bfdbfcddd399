-- Whether environments are well, and since when.

CREATE TYPE "HealthState" AS ENUM ('HEALTHY', 'DEGRADED', 'UNHEALTHY', 'UNKNOWN');

CREATE TABLE "EnvironmentHealth" (
    "environmentId" TEXT NOT NULL,
    "state" "HealthState" NOT NULL,
    "stateSince" TIMESTAMPTZ(3) NOT NULL,
    "checks" JSONB NOT NULL DEFAULT '[]',
    "checkedAt" TIMESTAMPTZ(3),
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "EnvironmentHealth_pkey" PRIMARY KEY ("environmentId")
);
CREATE INDEX "EnvironmentHealth_dueAt_idx" ON "EnvironmentHealth"("dueAt");

CREATE TABLE "HealthPeriod" (
    "id" TEXT NOT NULL,
    "environmentId" TEXT NOT NULL,
    "state" "HealthState" NOT NULL,
    "cause" JSONB NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    CONSTRAINT "HealthPeriod_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "HealthPeriod_environmentId_startedAt_idx" ON "HealthPeriod"("environmentId", "startedAt");
-- One state at a time, and none that ends before it begins.
CREATE UNIQUE INDEX "HealthPeriod_open_key" ON "HealthPeriod"("environmentId") WHERE "endedAt" IS NULL;
ALTER TABLE "HealthPeriod" ADD CONSTRAINT "HealthPeriod_order" CHECK ("endedAt" >= "startedAt");

ALTER TABLE "EnvironmentHealth" ADD CONSTRAINT "EnvironmentHealth_environmentId_fkey" FOREIGN KEY ("environmentId") REFERENCES "Environment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "HealthPeriod" ADD CONSTRAINT "HealthPeriod_environmentId_fkey" FOREIGN KEY ("environmentId") REFERENCES "Environment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
