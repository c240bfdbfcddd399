-- Rules that Prisma's schema language cannot say.

-- A name belongs to one living environment, and to one open request for a new one.
CREATE UNIQUE INDEX "Environment_name_living_key" ON "Environment" ("name") WHERE "status" <> 'DESTROYED';
CREATE UNIQUE INDEX "Request_name_open_key" ON "Request" ("environmentName")
  WHERE "kind" = 'CREATE' AND "status" IN ('DRAFT', 'PLANNING', 'PENDING_APPROVAL');

-- One run at a time may touch an environment.
CREATE UNIQUE INDEX "Run_environment_active_key" ON "Run" ("environmentId")
  WHERE "kind" IN ('APPLY', 'DESTROY') AND "status" IN ('QUEUED', 'RUNNING');

-- Nobody decides on their own request, whatever code asks for it.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_four_eyes_check" CHECK ("approverId" <> "requesterId");

-- The audit trail only grows.
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit trail is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER "AuditEvent_append_only" BEFORE UPDATE OR DELETE ON "AuditEvent"
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER "AuditEvent_no_truncate" BEFORE TRUNCATE ON "AuditEvent"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- Open pages hear of new run events within a millisecond; the payload is only where to look.
CREATE FUNCTION notify_run_event() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('run_events', NEW."runId" || ' ' || NEW."sequence");
  RETURN NULL;
END $$;
CREATE TRIGGER "RunEvent_notify" AFTER INSERT ON "RunEvent" FOR EACH ROW EXECUTE FUNCTION notify_run_event();
