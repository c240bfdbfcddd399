-- What a change takes away is part of what is approved: key, name, region and order of each stack.
ALTER TABLE "Plan" ADD COLUMN "removed" JSONB NOT NULL DEFAULT '[]';
