export { type AuditEntry, appendAudit, appendTogether } from "./commands/append-audit";
