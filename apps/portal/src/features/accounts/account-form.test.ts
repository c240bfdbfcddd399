import { describe, expect, it } from "vitest";
import { type AccountForm, readAccountForm } from "./account-form";

const form: AccountForm = {
  accountId: "1111-2222-3333",
  name: "ticketing-dev",
  regions: "ap-northeast-2, us-east-1  ap-northeast-2",
  wayIn: "role",
  roleArn: " arn:aws:iam::111122223333:role/team/greenroom-access ",
};

describe("the form of an account", () => {
  it("reads what people paste", () => {
    expect(readAccountForm(form).input).toEqual({
      accountId: "111122223333",
      name: "ticketing-dev",
      regions: ["ap-northeast-2", "us-east-1"],
      roleArn: "arn:aws:iam::111122223333:role/team/greenroom-access",
    });
    expect(readAccountForm({ ...form, wayIn: "own" }).input?.roleArn).toBeNull();
  });

  it.each<[Partial<AccountForm>, string, string]>([
    [{ accountId: "11112222333" }, "accountId", "account.number"],
    [{ accountId: "1111222233334" }, "accountId", "account.number"],
    [{ name: " " }, "name", "account.name"],
    [{ regions: "" }, "regions", "account.noRegion"],
    [{ regions: "seoul" }, "regions", "account.region"],
    [{ regions: "ap-northeast-2 cn-north-1" }, "regions", "account.partitions"],
    [{ roleArn: "" }, "roleArn", "account.roleArn"],
    [{ roleArn: "arn:aws:iam::111122223333:user/x" }, "roleArn", "account.roleArn"],
    [{ roleArn: "arn:aws:iam::444455556666:role/x" }, "roleArn", "account.roleOfAnother"],
    [{ roleArn: "arn:aws-cn:iam::111122223333:role/x" }, "roleArn", "account.rolePartition"],
  ])("says of %j what is wrong with it", (change, field, key) => {
    expect(readAccountForm({ ...form, ...change }).problems).toMatchObject({ [field]: { key } });
  });

  it("names both numbers when the role is of another account", () => {
    const { problems } = readAccountForm({ ...form, roleArn: "arn:aws:iam::444455556666:role/x" });
    expect(problems?.roleArn?.details).toMatchObject({
      accountId: "111122223333",
      roleAccount: "444455556666",
    });
  });
});
