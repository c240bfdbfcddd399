-- CreateTable
CREATE TABLE "PlanTurn" (
    "actorId" TEXT NOT NULL,
    "takenAt" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "PlanTurn_pkey" PRIMARY KEY ("actorId")
);
