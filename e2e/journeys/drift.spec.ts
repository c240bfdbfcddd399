import { freshName, readyEnvironment } from "../setup/environment";
import { openPage } from "../setup/open-page";
import { tamper } from "../setup/sandbox-control";
import { expect, expectNoAxeViolations, test } from "../setup/test";

test("a change behind CloudFormation's back is found, ignored with a reason, and gone once it is undone", async ({
  as,
}) => {
  const name = freshName("drift");
  const { environmentId } = await readyEnvironment(name);
  const queue = {
    stackName: `greenroom-${name}-events`,
    logicalId: "PaymentQueue",
    path: "/VisibilityTimeout",
  };

  const page = await as("marco");
  await openPage(page, `/environments/${environmentId}`);
  const drift = page.getByRole("region", { name: "Drift" });
  const check = drift.getByRole("button", { name: "Check now" });
  await check.click();
  await expect(drift).toContainText("0 drifted");
  await expect(drift.getByText("In sync", { exact: true })).toBeVisible();
  await expect(drift.getByText(/not checked/).first()).toBeVisible();

  await tamper({ ...queue, value: 99 });
  await check.click();
  await expect(drift).toContainText("1 drifted");
  await expect(drift.getByRole("row", { name: /VisibilityTimeout/ })).toContainText("99");
  await expectNoAxeViolations(page);

  await drift.getByRole("button", { name: "Ignore PaymentQueue VisibilityTimeout" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /Reason/ }).fill("Until the sale is over.");
  await dialog.getByRole("button", { name: "Ignore" }).click();
  await expect(drift).toContainText("0 drifted");
  await expect(drift).toContainText("Ignored by Marco Rossi");
  await drift.getByRole("button", { name: /Stop ignoring/ }).click();
  await expect(drift).toContainText("1 drifted");

  await tamper({ ...queue, value: 60 });
  await check.click();
  await expect(drift.getByText("In sync", { exact: true })).toBeVisible();
  await expect(drift).toContainText("1 earlier difference");
});
