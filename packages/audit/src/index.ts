export { act } from "./commands/act";
export { type AuditEntry, appendAudit, appendTogether } from "./commands/append-audit";
export { findReason } from "./queries/find-reason";
export { findWeaknesses } from "./queries/find-weaknesses";
