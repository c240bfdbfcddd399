export { type SignIn, upsertUserFromSignIn } from "./commands/upsert-user-from-sign-in";
export { isPlatformEngineer, may, roleIn, type Subject, visibleTeamIds } from "./may";
export { createCallerFactory, router, signedInProcedure } from "./procedures";
export { listApprovers } from "./queries/list-approvers";
export { listTeamsByIds } from "./queries/list-teams-by-ids";
export { listUsersByIds } from "./queries/list-users-by-ids";
export { loadActor } from "./queries/load-actor";
