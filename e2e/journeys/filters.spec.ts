import { freshName, readyEnvironment } from "../setup/environment";
import { openPage } from "../setup/open-page";
import { expect, test } from "../setup/test";

test("filters live in the address: a link shows the same, and clearing them takes them out", async ({
  as,
}) => {
  const name = freshName("filter");
  await readyEnvironment(name);
  const page = await as("rina");
  await openPage(page, `/environments?search=${name}&stage=dev&status=gone`);
  await expect(page.getByRole("combobox", { name: "Stage" })).toHaveText("Development");
  await expect(page.getByRole("combobox", { name: "Status" })).toHaveText("Any status");
  await expect(page.getByRole("link", { name, exact: true })).toBeVisible();

  await page.getByRole("combobox", { name: "Stage" }).click();
  await page.getByRole("option", { name: "Production" }).click();
  await expect(page.getByText("No environment matches these filters")).toBeVisible();
  await expect(page).toHaveURL(/stage=prod/);
  await page.reload();
  await expect(page.getByText("No environment matches these filters")).toBeVisible();

  await page.getByRole("button", { name: "Clear" }).click();
  await expect(page).toHaveURL(/\/environments$/);
  await expect(page.getByRole("searchbox", { name: "Search by name" })).toHaveValue("");
  await page.getByRole("searchbox", { name: "Search by name" }).fill(name);
  await expect(page).toHaveURL(new RegExp(`search=${name}`));
  await expect(page.getByRole("row")).toHaveCount(2);
});
