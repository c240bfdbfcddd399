export { type AuditEntry, appendAudit } from "./commands/append-audit";
