-- CreateEnum
CREATE TYPE "AlertFigure" AS ENUM ('SO_FAR', 'FORECAST', 'EXPECTED');

-- AlterTable: no alert was ever written before this.
ALTER TABLE "BudgetAlert" ADD COLUMN "requestName" TEXT,
ADD COLUMN "figure" "AlertFigure" NOT NULL,
ADD COLUMN "limitUsd" DECIMAL(24,10) NOT NULL,
ADD COLUMN "acknowledgedAt" TIMESTAMP(3),
ADD COLUMN "acknowledgedById" TEXT;

-- AlterTable
ALTER TABLE "Environment" ADD COLUMN "approvedMonthlyUsd" DECIMAL(14,4);
