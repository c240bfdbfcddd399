export { canonicalJson } from "./chain";
export { type CheckpointFolder, openCheckpointFolder, openSigningFolder } from "./checkpoint-folder";
export { act } from "./commands/act";
export { type AuditEntry, appendAudit, batchAudit } from "./commands/append-audit";
export { type CheckpointSigner, createCheckpointSigner } from "./commands/sign-checkpoints";
export { findDetails } from "./queries/find-details";
export { findReason } from "./queries/find-reason";
export { findWeaknesses } from "./queries/find-weaknesses";
