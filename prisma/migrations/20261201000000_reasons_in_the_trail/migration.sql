-- The audit trail has why a request was closed, as what the reader's language says it with; here it stood once more, in English.
ALTER TABLE "Request" DROP COLUMN "closingReason";
