-- AlterTable
ALTER TABLE "DailyCost" ADD COLUMN     "isEstimated" BOOLEAN NOT NULL DEFAULT false;
