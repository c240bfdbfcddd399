-- Tests of the ways into accounts: a worker does them and writes down what AWS said.
CREATE TABLE "AccountTest" (
    "cloudAccountId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "askedById" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "startedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "workerArn" TEXT,
    "calls" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "AccountTest_pkey" PRIMARY KEY ("cloudAccountId")
);
CREATE UNIQUE INDEX "AccountTest_id_key" ON "AccountTest"("id");
ALTER TABLE "AccountTest" ADD CONSTRAINT "AccountTest_cloudAccountId_fkey" FOREIGN KEY ("cloudAccountId") REFERENCES "CloudAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;
