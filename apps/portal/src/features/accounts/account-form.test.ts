import { describe, expect, it } from "vitest";
import { type AccountForm, accountFormSchema, accountValues } from "./account-form";

const form: AccountForm = {
  accountId: "1111-2222-3333",
  name: "ticketing-dev",
  regions: "ap-northeast-2, us-east-1  ap-northeast-2",
  wayIn: "role",
  roleArn: " arn:aws:iam::111122223333:role/team/greenroom-access ",
  grafanaUrl: " https://Grafana.example.com/grafana/ ",
};

describe("the form of an account", () => {
  it("reads what people paste", () => {
    expect(accountFormSchema.parse(form)).toEqual({
      accountId: "111122223333",
      name: "ticketing-dev",
      regions: ["ap-northeast-2", "us-east-1"],
      roleArn: "arn:aws:iam::111122223333:role/team/greenroom-access",
      grafanaUrl: "https://grafana.example.com/grafana",
    });
    expect(accountFormSchema.parse({ ...form, wayIn: "own" }).roleArn).toBeNull();
    expect(accountFormSchema.parse({ ...form, grafanaUrl: " " }).grafanaUrl).toBeNull();
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
    [{ grafanaUrl: "http://grafana.example.com" }, "grafanaUrl", "account.grafanaUrl"],
    [{ grafanaUrl: "grafana.example.com" }, "grafanaUrl", "account.grafanaUrl"],
    [{ grafanaUrl: "javascript:alert(1)//https://x" }, "grafanaUrl", "account.grafanaUrl"],
    [{ grafanaUrl: "https://me:secret@grafana.example.com" }, "grafanaUrl", "account.grafanaUrl"],
    [{ grafanaUrl: "https://grafana.example.com/?next=https://x" }, "grafanaUrl", "account.grafanaUrl"],
    [{ grafanaUrl: "https://" }, "grafanaUrl", "account.grafanaUrl"],
  ])("says of %j what is wrong with it", (change, field, key) => {
    const [issue] = accountFormSchema.safeParse({ ...form, ...change }).error?.issues ?? [];
    expect([issue?.path[0], issue?.message]).toEqual([field, key]);
  });

  it("names the region that is none, and both numbers when the role is of another account", () => {
    const wrong = { ...form, regions: "us-east-1 seoul", roleArn: "arn:aws:iam::444455556666:role/x" };
    expect(accountValues(wrong, "regions", 1)).toMatchObject({ value: "seoul" });
    expect(accountValues(wrong, "roleArn", 0)).toEqual({
      value: "arn:aws:iam::444455556666:role/x",
      accountId: "111122223333",
      roleAccount: "444455556666",
    });
  });
});
