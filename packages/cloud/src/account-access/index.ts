export { fillPlace, readArn } from "./aws-partition";
export {
  type AccountSessions,
  createAccountSessions,
} from "./create-account-sessions";
export { createAccountTester } from "./create-account-tester";
export { strangeStack, wrongAccount } from "./refusals";
