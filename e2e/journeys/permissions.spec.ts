import { freshName, readyEnvironment } from "../setup/environment";
import { openPage } from "../setup/open-page";
import { expect, test } from "../setup/test";

test("a viewer sees and cannot act; another team sees nothing; a visitor signs in first", async ({
  as,
  page,
}) => {
  const name = freshName("rights");
  const { environmentId } = await readyEnvironment(name);

  const vera = await as("vera");
  await openPage(vera, `/environments/${environmentId}`);
  await expect(vera.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(vera.getByText("Who can do what here")).toBeVisible();
  await expect(vera.getByRole("link", { name: "Change", exact: true })).toHaveCount(0);
  await openPage(vera, "/catalog/ticketing/new");
  await expect(vera.getByText("You cannot request environments")).toBeVisible();

  const theo = await as("theo");
  await openPage(theo, `/environments/${environmentId}`);
  await expect(theo.getByText(name)).toHaveCount(0);
  await expect(theo.getByText(/There is no(thing| environment)/).first()).toBeVisible();

  await openPage(page, `/environments/${environmentId}`);
  await expect(page).toHaveURL(/\/sign-in/);
});
