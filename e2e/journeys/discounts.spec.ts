import { freshName, readyEnvironment } from "../setup/environment";
import { openPage } from "../setup/open-page";
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from "../setup/test";

test("a platform engineer names a discount, the team sees what it takes off, and it goes again", async ({
  as,
}) => {
  const { environmentId } = await readyEnvironment(freshName("rebate"));
  const rule = freshName("plan");
  const pat = await as("pat");
  await openPage(pat, "/costs");
  await pat.getByRole("button", { name: "Set a discount" }).click();
  const dialog = pat.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "Name" }).fill(rule);
  await dialog.getByRole("textbox", { name: "Percent off" }).fill("120");
  await dialog.getByRole("combobox", { name: "Service" }).click();
  await pat.getByRole("option", { name: "AmazonVPC" }).click();
  await dialog.getByRole("textbox", { name: "Prices that begin with" }).fill("NAT gatway");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText('"120" is no percentage');
  await dialog.getByRole("textbox", { name: "Percent off" }).fill("25");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toContainText('has no price of AmazonVPC that begins with "NAT gatway"');
  await expectNoAxeViolations(pat);
  await dialog.getByRole("textbox", { name: "Prices that begin with" }).fill("NAT gateway hour");
  await dialog.getByRole("button", { name: "Save" }).click();
  const rules = pat.getByRole("region", { name: "Discount rules" });
  await expect(rules.getByRole("row").filter({ hasText: rule })).toContainText("Pat Kim");

  const rina = await as("rina", { viewport: { width: 360, height: 780 } });
  await openPage(rina, `/environments/${environmentId}`);
  const lines = rina.getByRole("region", { name: "Discounted charges" }).getByRole("row");
  await expect(lines.filter({ hasText: "NAT gateway" })).toContainText(`${rule}, 25 % (Pat Kim)`);
  await expectNoSidewaysScroll(rina);
  await openPage(rina, "/costs");
  await expect(rina.getByRole("region", { name: "Discount rules" })).toContainText(rule);
  await expect(rina.getByRole("button", { name: "Set a discount" })).toHaveCount(0);
  await expectNoSidewaysScroll(rina);
  await expectNoAxeViolations(rina);

  await pat.getByRole("button", { name: `Change ${rule}` }).click();
  await pat.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(pat.getByRole("dialog")).toHaveCount(0);
  await expect(rules.getByRole("row").filter({ hasText: rule })).toHaveCount(0);
});
