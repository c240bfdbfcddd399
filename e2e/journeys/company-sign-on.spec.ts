import { openPage } from "../setup/open-page";
import { expect, expectNoAxeViolations, test } from "../setup/test";

test("a new person comes in through the company's sign-on and learns what to do next", async ({ page }) => {
  await openPage(page, "/sign-in?callbackUrl=/environments");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Sign in with Company sign-on" }).click();
  await expect(page).toHaveURL(/\/environments$/);
  await expect(
    page.getByRole("heading", { name: "Welcome, Nova Lee. You belong to no team yet." }),
  ).toBeVisible();
  await expect(page.getByText("nova@company.test")).toBeVisible();
  await expectNoAxeViolations(page);

  await page.getByRole("button", { name: /Nova Lee/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
});
