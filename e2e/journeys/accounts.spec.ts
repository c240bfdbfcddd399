import { openPage } from "../setup/open-page";
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from "../setup/test";

const randomAccount = () => String(Math.floor(1e11 + Math.random() * 8e11));

test("a platform engineer adds an account, corrects its way in, and tests the connection", async ({ as }) => {
  const accountId = randomAccount();
  const pat = await as("pat");
  await openPage(pat, "/");
  await pat.getByRole("navigation").getByRole("link", { name: "Accounts" }).click();
  await pat.getByRole("button", { name: "Add an account" }).click();
  const dialog = pat.getByRole("dialog");
  const field = (name: string) => dialog.getByRole("textbox", { name });
  await field("Account number").fill(accountId.slice(1));
  // Behind the demo accounts: the form begins with the first by name, and other journeys fill it in.
  await field("Name").fill(`workload ${accountId}`);
  await field("Regions").fill("ap-northeast-2, seoul");
  await field("Role").fill("arn:aws:iam::444455556666:role/greenroom-access");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText("An account number has 12 digits");
  await expect(dialog).toContainText('"seoul" is no region');
  await field("Account number").fill(accountId);
  await field("Regions").fill("ap-northeast-2, us-east-1");
  await expect(dialog).toContainText(`The role is of the account 444455556666, and this is ${accountId}`);
  await expectNoAxeViolations(pat);
  await field("Role").fill(`arn:aws:iam::${accountId}:role/greenroom-access`);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);

  const card = pat.getByRole("region", { name: accountId });
  await card.getByRole("button", { name: /^Test the connection/ }).click();
  await expect(card).toContainText("Greenroom has access");
  await card.getByText("How to create the role").click();
  await expect(card).toContainText("ExternalId=");
  await expectNoAxeViolations(pat);

  await card.getByRole("button", { name: /^Change/ }).click();
  await dialog.getByRole("combobox", { name: "Access" }).click();
  await pat.getByRole("option", { name: "The worker's own credentials" }).click();
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(card).toContainText("Not tested yet");
  await card.getByRole("button", { name: /^Test the connection/ }).click();
  await expect(card).toContainText("GetCallerIdentity");
  await expect(card).toContainText(accountId);
  await expect(card).toContainText("another account");
});

test("others are told who may, and the page fits a phone", async ({ as }) => {
  const rina = await as("rina", { viewport: { width: 360, height: 780 } });
  await openPage(rina, "/settings/accounts");
  await expect(rina.getByRole("main")).toContainText("Only platform engineers");
  await expect(rina.getByRole("link", { name: "Accounts" })).toHaveCount(0);
  const pat = await as("pat", { viewport: { width: 360, height: 780 } });
  await openPage(pat, "/settings/accounts");
  await expect(pat.getByRole("region", { name: "111122223333" })).toBeVisible();
  await expectNoSidewaysScroll(pat);
  await expectNoAxeViolations(pat);
});
