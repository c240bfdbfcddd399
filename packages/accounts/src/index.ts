export { listAccounts } from "./queries/list-accounts";
