-- Workers that are there: what hands the runs of a dead one on at once, and what pages say when there is none.
CREATE TABLE "Worker" (
  "id" TEXT NOT NULL,
  "lockKey" INTEGER NOT NULL,
  "startedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "Worker_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "Run_leaseOwner_idx" ON "Run"("leaseOwner");

-- A run that saw its worker die is worked on alone among its like, so that the one that kills is told from those that were near.
CREATE UNIQUE INDEX "Run_suspect_alone_key" ON "Run" ("leaseOwner") WHERE "crashes" > 0 AND "leaseUntil" IS NOT NULL;
