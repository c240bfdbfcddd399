import { addAccountInputSchema, type ManagedAccount, readRoleArn } from "@greenroom/accounts/schema";
import type { MessageValues } from "@greenroom/messages";
import { z } from "zod";

/** An account as it is typed. */
export interface AccountForm {
  accountId: string;
  name: string;
  /** Separated by spaces or commas. */
  regions: string;
  wayIn: "role" | "own";
  roleArn: string;
  /** Empty for none. */
  grafanaUrl: string;
}

export function startAccountForm(account: ManagedAccount | null): AccountForm {
  return {
    accountId: account?.accountId ?? "",
    name: account?.name ?? "",
    regions: account?.regions.join(", ") ?? "",
    wayIn: account && account.roleArn === null ? "own" : "role",
    roleArn: account?.roleArn ?? "",
    grafanaUrl: account?.grafanaUrl ?? "",
  };
}

const numberOf = (form: AccountForm) => form.accountId.replace(/[\s-]/g, "");
const regionsOf = (form: AccountForm) => form.regions.split(/[\s,]+/).filter(Boolean);

/** From what is typed, or pasted with spaces and hyphens, to what is sent. */
export const accountFormSchema = z
  .custom<AccountForm>()
  .transform((form) => ({
    accountId: numberOf(form),
    name: form.name,
    regions: regionsOf(form),
    roleArn: form.wayIn === "own" ? null : form.roleArn,
    grafanaUrl: form.grafanaUrl.trim() === "" ? null : form.grafanaUrl,
  }))
  .pipe(addAccountInputSchema);

/** What messages about a field are filled with; `index` is that of a region. */
export function accountValues(form: AccountForm, name: string, index: number): MessageValues {
  const typed = Object.entries(form).find(([field]) => field === name)?.[1] ?? "";
  return {
    value: name === "regions" ? (regionsOf(form)[index] ?? "") : typed,
    accountId: numberOf(form),
    roleAccount: readRoleArn(form.roleArn.trim())?.accountId ?? "",
  };
}
