-- Rules that Prisma's schema language cannot say.

-- NaN passes for a number and poisons every sum it comes into. Rows from before are not looked at.
ALTER TABLE "DailyCost" ADD CONSTRAINT "DailyCost_usd_check" CHECK ("usd" <> 'NaN') NOT VALID;
ALTER TABLE "DailyTotal" ADD CONSTRAINT "DailyTotal_usd_check" CHECK ("usd" <> 'NaN') NOT VALID;
ALTER TABLE "MonthlyTotal" ADD CONSTRAINT "MonthlyTotal_usd_check" CHECK ("usd" <> 'NaN') NOT VALID;
