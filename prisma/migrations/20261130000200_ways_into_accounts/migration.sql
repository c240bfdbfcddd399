-- The way into each account, so that what is planned for it is built in it and nowhere else.
ALTER TABLE "CloudAccount"
  ADD COLUMN "roleArn" TEXT,
  ADD COLUMN "externalId" TEXT NOT NULL DEFAULT encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex'),
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
CREATE UNIQUE INDEX "CloudAccount_externalId_key" ON "CloudAccount"("externalId");

-- The two demo accounts (documentation numbers, which nothing real answers to) are reached by a role, as real ones are.
UPDATE "CloudAccount" SET "roleArn" = 'arn:aws:iam::' || "accountId" || ':role/greenroom-access'
  WHERE "accountId" IN ('111122223333', '444455556666');
