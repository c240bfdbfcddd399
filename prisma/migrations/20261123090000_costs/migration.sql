-- CreateEnum
CREATE TYPE "CostSource" AS ENUM ('METERED', 'COST_EXPLORER');

-- CreateEnum
CREATE TYPE "ThresholdKind" AS ENUM ('ABSOLUTE', 'PERCENT', 'CROSSING');

-- CreateEnum
CREATE TYPE "ThresholdEffect" AS ENUM ('NOTIFY', 'APPROVE', 'BLOCK');

-- CreateTable
CREATE TABLE "DailyCost" (
    "environmentId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "service" TEXT NOT NULL,
    "component" TEXT NOT NULL,
    "usd" DECIMAL(24,10) NOT NULL,
    "source" "CostSource" NOT NULL,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DailyCost_pkey" PRIMARY KEY ("environmentId","day","service","component")
);

-- CreateTable
CREATE TABLE "DailyTotal" (
    "day" DATE NOT NULL,
    "teamId" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "usd" DECIMAL(24,10) NOT NULL,

    CONSTRAINT "DailyTotal_pkey" PRIMARY KEY ("day","teamId","stage","service")
);

-- CreateTable
CREATE TABLE "MonthlyTotal" (
    "month" DATE NOT NULL,
    "environmentId" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "usd" DECIMAL(24,10) NOT NULL,

    CONSTRAINT "MonthlyTotal_pkey" PRIMARY KEY ("month","environmentId","service")
);

-- CreateTable
CREATE TABLE "CostMeter" (
    "environmentId" TEXT NOT NULL,
    "meteredUntil" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CostMeter_pkey" PRIMARY KEY ("environmentId")
);

-- CreateTable
CREATE TABLE "CostAnomaly" (
    "environmentId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "service" TEXT NOT NULL,
    "component" TEXT NOT NULL,
    "usd" DECIMAL(24,10) NOT NULL,
    "expectedUsd" DECIMAL(24,10) NOT NULL,
    "foundAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dismissedAt" TIMESTAMP(3),
    "dismissedById" TEXT,
    "dismissedReason" TEXT,

    CONSTRAINT "CostAnomaly_pkey" PRIMARY KEY ("environmentId","day","service","component")
);

-- CreateTable
CREATE TABLE "Budget" (
    "id" TEXT NOT NULL,
    "teamId" TEXT NOT NULL,
    "environmentId" TEXT,
    "monthlyUsd" DECIMAL(14,4) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Budget_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BudgetThreshold" (
    "id" TEXT NOT NULL,
    "budgetId" TEXT NOT NULL,
    "kind" "ThresholdKind" NOT NULL,
    "value" DECIMAL(14,4) NOT NULL,
    "effect" "ThresholdEffect" NOT NULL,

    CONSTRAINT "BudgetThreshold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BudgetAlert" (
    "id" TEXT NOT NULL,
    "budgetId" TEXT NOT NULL,
    "kind" "ThresholdKind" NOT NULL,
    "value" DECIMAL(14,4) NOT NULL,
    "effect" "ThresholdEffect" NOT NULL,
    "occasion" TEXT NOT NULL,
    "usd" DECIMAL(24,10) NOT NULL,
    "raisedAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BudgetAlert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DiscountRule" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "cloudAccountId" TEXT,
    "service" TEXT NOT NULL,
    "skuPrefix" TEXT NOT NULL DEFAULT '',
    "region" TEXT,
    "percent" DECIMAL(6,3) NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DiscountRule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "DailyCost_day_idx" ON "DailyCost"("day");

-- CreateIndex
CREATE INDEX "MonthlyTotal_environmentId_idx" ON "MonthlyTotal"("environmentId");

-- CreateIndex
CREATE INDEX "CostAnomaly_foundAt_idx" ON "CostAnomaly"("foundAt" DESC);

-- CreateIndex
CREATE INDEX "Budget_teamId_idx" ON "Budget"("teamId");

-- CreateIndex
CREATE UNIQUE INDEX "BudgetThreshold_budgetId_kind_value_key" ON "BudgetThreshold"("budgetId", "kind", "value");

-- CreateIndex
CREATE INDEX "BudgetAlert_raisedAt_idx" ON "BudgetAlert"("raisedAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "BudgetAlert_budgetId_kind_value_occasion_key" ON "BudgetAlert"("budgetId", "kind", "value", "occasion");

-- CreateIndex
CREATE UNIQUE INDEX "DiscountRule_name_key" ON "DiscountRule"("name");

-- AddForeignKey
ALTER TABLE "BudgetThreshold" ADD CONSTRAINT "BudgetThreshold_budgetId_fkey" FOREIGN KEY ("budgetId") REFERENCES "Budget"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BudgetAlert" ADD CONSTRAINT "BudgetAlert_budgetId_fkey" FOREIGN KEY ("budgetId") REFERENCES "Budget"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Rules that Prisma's schema language cannot say.

-- One budget for a team, and one for each of its environments.
CREATE UNIQUE INDEX "Budget_team_key" ON "Budget" ("teamId") WHERE "environmentId" IS NULL;
CREATE UNIQUE INDEX "Budget_environment_key" ON "Budget" ("environmentId") WHERE "environmentId" IS NOT NULL;
ALTER TABLE "Budget" ADD CONSTRAINT "Budget_amount_check" CHECK ("monthlyUsd" > 0);
ALTER TABLE "DiscountRule" ADD CONSTRAINT "DiscountRule_percent_check" CHECK ("percent" > 0 AND "percent" < 100);
