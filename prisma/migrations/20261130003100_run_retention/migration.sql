-- The log of a run is kept for a while after its end; then this says when it was removed.
ALTER TABLE "Run" ADD COLUMN "eventsRemovedAt" TIMESTAMPTZ(3);

CREATE INDEX "Run_finishedAt_with_events_idx" ON "Run" ("finishedAt") WHERE "eventsRemovedAt" IS NULL;
