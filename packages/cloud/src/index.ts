export type * from "./contract";
export { hashSubmission } from "./submission";
