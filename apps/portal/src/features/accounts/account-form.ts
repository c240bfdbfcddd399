import {
  type AddAccountInput,
  addAccountInputSchema,
  type ManagedAccount,
  readRoleArn,
} from "@greenroom/accounts/schema";

/** An account as it is typed. */
export interface AccountForm {
  accountId: string;
  name: string;
  /** Separated by spaces or commas. */
  regions: string;
  wayIn: "role" | "own";
  roleArn: string;
}

export type AccountField = "accountId" | "name" | "regions" | "roleArn";

export function startAccountForm(account: ManagedAccount | null): AccountForm {
  return {
    accountId: account?.accountId ?? "",
    name: account?.name ?? "",
    regions: account?.regions.join(", ") ?? "",
    wayIn: account && account.roleArn === null ? "own" : "role",
    roleArn: account?.roleArn ?? "",
  };
}

export interface FieldProblem {
  /** Of a message. */
  key: string;
  details: Record<string, string>;
}

/** What is sent, or the first thing that is wrong with each field. */
export function readAccountForm(
  form: AccountForm,
):
  | { input: AddAccountInput; problems?: never }
  | { problems: Partial<Record<AccountField, FieldProblem>>; input?: never } {
  const regions = form.regions.split(/[\s,]+/).filter(Boolean);
  const accountId = form.accountId.replace(/[\s-]/g, "");
  const read = addAccountInputSchema.safeParse({
    accountId,
    name: form.name,
    regions,
    roleArn: form.wayIn === "own" ? null : form.roleArn,
  });
  if (read.success) return { input: read.data };
  const problems: Partial<Record<AccountField, FieldProblem>> = {};
  for (const { path, message } of read.error.issues) {
    const field = String(path[0]) as AccountField;
    const index = path[1];
    const value = typeof index === "number" ? (regions[index] ?? "") : form[field];
    const roleAccount = readRoleArn(form.roleArn.trim())?.accountId ?? "";
    problems[field] ??= { key: message, details: { value, accountId, roleAccount } };
  }
  return { problems };
}
