-- How what runs differs from what was approved.

CREATE TYPE "DriftCheckStatus" AS ENUM ('QUEUED', 'RUNNING', 'DONE', 'FAILED');

CREATE TABLE "DriftCheck" (
    "id" TEXT NOT NULL,
    "environmentId" TEXT NOT NULL,
    "environmentVersion" INTEGER NOT NULL,
    "status" "DriftCheckStatus" NOT NULL,
    "askedById" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "wakeAt" TIMESTAMPTZ(3) NOT NULL,
    "progress" JSONB NOT NULL DEFAULT '[]',
    "checkedCount" INTEGER NOT NULL DEFAULT 0,
    "driftedCount" INTEGER NOT NULL DEFAULT 0,
    "notChecked" JSONB NOT NULL DEFAULT '[]',
    "failure" JSONB,
    CONSTRAINT "DriftCheck_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "DriftCheck_environmentId_askedAt_idx" ON "DriftCheck"("environmentId", "askedAt" DESC);
CREATE INDEX "DriftCheck_status_wakeAt_idx" ON "DriftCheck"("status", "wakeAt");
-- One look at a time.
CREATE UNIQUE INDEX "DriftCheck_open_key" ON "DriftCheck"("environmentId") WHERE "status" IN ('QUEUED', 'RUNNING');

CREATE TABLE "DriftIgnore" (
    "id" TEXT NOT NULL,
    "environmentId" TEXT NOT NULL,
    "stackKey" TEXT NOT NULL,
    "logicalId" TEXT NOT NULL,
    "path" TEXT,
    "reason" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    CONSTRAINT "DriftIgnore_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "DriftIgnore_environmentId_endedAt_idx" ON "DriftIgnore"("environmentId", "endedAt");

CREATE TABLE "DriftFinding" (
    "id" TEXT NOT NULL,
    "environmentId" TEXT NOT NULL,
    "stackKey" TEXT NOT NULL,
    "logicalId" TEXT NOT NULL,
    "resourceType" TEXT NOT NULL,
    "physicalId" TEXT,
    "path" TEXT NOT NULL,
    "expected" JSONB,
    "actual" JSONB,
    "driftClass" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL,
    "resolvedAt" TIMESTAMPTZ(3),
    "ignoreId" TEXT,
    CONSTRAINT "DriftFinding_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "DriftFinding_environmentId_resolvedAt_idx" ON "DriftFinding"("environmentId", "resolvedAt");
-- A difference that is there is one row, however often it is seen.
CREATE UNIQUE INDEX "DriftFinding_open_key" ON "DriftFinding"("environmentId", "stackKey", "logicalId", "path")
  WHERE "resolvedAt" IS NULL;

ALTER TABLE "DriftCheck" ADD CONSTRAINT "DriftCheck_environmentId_fkey" FOREIGN KEY ("environmentId") REFERENCES "Environment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DriftIgnore" ADD CONSTRAINT "DriftIgnore_environmentId_fkey" FOREIGN KEY ("environmentId") REFERENCES "Environment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DriftFinding" ADD CONSTRAINT "DriftFinding_environmentId_fkey" FOREIGN KEY ("environmentId") REFERENCES "Environment"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DriftFinding" ADD CONSTRAINT "DriftFinding_ignoreId_fkey" FOREIGN KEY ("ignoreId") REFERENCES "DriftIgnore"("id") ON DELETE SET NULL ON UPDATE CASCADE;
