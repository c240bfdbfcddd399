-- What set an alert off is called its trigger, as everywhere else.

ALTER TABLE "BudgetAlert" RENAME COLUMN "occasion" TO "trigger";
ALTER INDEX "BudgetAlert_budgetId_kind_value_occasion_key" RENAME TO "BudgetAlert_budgetId_kind_value_trigger_key";
