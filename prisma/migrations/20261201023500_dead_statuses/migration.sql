-- Statuses that nothing has ever written: no request was a draft, no environment slept.

DROP INDEX "Request_name_open_key";
ALTER TYPE "RequestStatus" RENAME TO "RequestStatus_before";
CREATE TYPE "RequestStatus" AS ENUM ('PLANNING', 'PENDING_APPROVAL', 'APPROVED', 'REJECTED', 'WITHDRAWN', 'EXPIRED');
ALTER TABLE "Request" ALTER COLUMN "status" TYPE "RequestStatus" USING "status"::text::"RequestStatus";
DROP TYPE "RequestStatus_before";
CREATE UNIQUE INDEX "Request_name_open_key" ON "Request" ("environmentName")
  WHERE "kind" = 'CREATE' AND "status" IN ('PLANNING', 'PENDING_APPROVAL');

DROP INDEX "Environment_name_living_key";
ALTER TYPE "EnvironmentStatus" RENAME TO "EnvironmentStatus_before";
CREATE TYPE "EnvironmentStatus" AS ENUM ('PROVISIONING', 'READY', 'UPDATING', 'FAILED', 'DESTROYING', 'DESTROYED');
ALTER TABLE "Environment" ALTER COLUMN "status" TYPE "EnvironmentStatus" USING "status"::text::"EnvironmentStatus";
DROP TYPE "EnvironmentStatus_before";
CREATE UNIQUE INDEX "Environment_name_living_key" ON "Environment" ("name") WHERE "status" <> 'DESTROYED';
