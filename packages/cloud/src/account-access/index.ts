export { fillPlace, readArn } from "./aws-partition";
export {
  type AccountSessions,
  createAccountSessions,
} from "./create-account-sessions";
export { createAccountTester } from "./create-account-tester";
export { wrongAccount, wrongStack } from "./refusals";
