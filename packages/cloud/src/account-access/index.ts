export { fillPlace, readArn } from "./aws-partition";
export {
  type AccountSessions,
  type AwsKeys,
  createAccountSessions,
  type KeysProvider,
} from "./create-account-sessions";
export { strangeStack, wrongAccount } from "./refusals";
