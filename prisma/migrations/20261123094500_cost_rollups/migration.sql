-- CreateTable
CREATE TABLE "MonthlyEnvironmentTotal" (
    "month" DATE NOT NULL,
    "environmentId" TEXT NOT NULL,
    "usd" DECIMAL(24,10) NOT NULL,

    CONSTRAINT "MonthlyEnvironmentTotal_pkey" PRIMARY KEY ("month","environmentId")
);

-- CreateTable
CREATE TABLE "MonthlyTeamTotal" (
    "month" DATE NOT NULL,
    "teamId" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "service" TEXT NOT NULL,
    "usd" DECIMAL(24,10) NOT NULL,

    CONSTRAINT "MonthlyTeamTotal_pkey" PRIMARY KEY ("month","teamId","stage","service")
);

-- CreateIndex
CREATE INDEX "DailyTotal_teamId_day_idx" ON "DailyTotal"("teamId", "day");

-- Both follow the tables they sum, whoever writes those: what a dashboard reads for 10,000 environments stays a few thousand rows.
CREATE FUNCTION sum_monthly_totals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO "MonthlyEnvironmentTotal" AS total (month, "environmentId", usd)
    SELECT month, "environmentId", -sum(usd) FROM before_rows GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (month, "environmentId") DO UPDATE SET usd = total.usd + excluded.usd;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "MonthlyEnvironmentTotal" AS total (month, "environmentId", usd)
    SELECT month, "environmentId", sum(usd) FROM after_rows GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (month, "environmentId") DO UPDATE SET usd = total.usd + excluded.usd;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER sum_inserted AFTER INSERT ON "MonthlyTotal" REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sum_monthly_totals();
CREATE TRIGGER sum_updated AFTER UPDATE ON "MonthlyTotal" REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sum_monthly_totals();
CREATE TRIGGER sum_deleted AFTER DELETE ON "MonthlyTotal" REFERENCING OLD TABLE AS before_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sum_monthly_totals();

CREATE FUNCTION sum_daily_totals() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO "MonthlyTeamTotal" AS total (month, "teamId", stage, service, usd)
    SELECT date_trunc('month', day::timestamp)::date, "teamId", stage, service, -sum(usd) FROM before_rows
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (month, "teamId", stage, service) DO UPDATE SET usd = total.usd + excluded.usd;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO "MonthlyTeamTotal" AS total (month, "teamId", stage, service, usd)
    SELECT date_trunc('month', day::timestamp)::date, "teamId", stage, service, sum(usd) FROM after_rows
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
    ON CONFLICT (month, "teamId", stage, service) DO UPDATE SET usd = total.usd + excluded.usd;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER sum_inserted AFTER INSERT ON "DailyTotal" REFERENCING NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sum_daily_totals();
CREATE TRIGGER sum_updated AFTER UPDATE ON "DailyTotal" REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sum_daily_totals();
CREATE TRIGGER sum_deleted AFTER DELETE ON "DailyTotal" REFERENCING OLD TABLE AS before_rows
  FOR EACH STATEMENT EXECUTE FUNCTION sum_daily_totals();

INSERT INTO "MonthlyEnvironmentTotal" (month, "environmentId", usd)
SELECT month, "environmentId", sum(usd) FROM "MonthlyTotal" GROUP BY 1, 2;

INSERT INTO "MonthlyTeamTotal" (month, "teamId", stage, service, usd)
SELECT date_trunc('month', day::timestamp)::date, "teamId", stage, service, sum(usd) FROM "DailyTotal" GROUP BY 1, 2, 3, 4;
