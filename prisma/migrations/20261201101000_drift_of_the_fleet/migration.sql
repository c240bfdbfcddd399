-- The fleet's page asks for the newest check that counts of every environment.
CREATE INDEX "DriftCheck_done_idx" ON "DriftCheck"("environmentId", "environmentVersion", "askedAt" DESC, "id" DESC)
  INCLUDE ("finishedAt") WHERE "status" = 'DONE';
