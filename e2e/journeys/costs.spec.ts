import { freshName, readyEnvironment } from "../setup/environment";
import { withAnomaly, withKnownCosts } from "../setup/known-costs";
import { openPage } from "../setup/open-page";
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from "../setup/test";

test("the cost page shows figures, days and environments, to the team only", async ({ as }) => {
  const name = freshName("costly");
  const { environmentId } = await readyEnvironment(name);
  await withKnownCosts(environmentId);

  const page = await as("rina");
  await openPage(page, "/");
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Costs" }).click();
  await expect(page).toHaveURL(/\/costs$/);
  await expect(page.getByRole("heading", { level: 1, name: "Costs" })).toBeVisible();
  const figures = page.getByRole("main").locator("dl").first();
  await expect(figures).toContainText(/so far\s*\$\d/);
  await expect(figures).toContainText(/forecast\s*\$\d/);
  await expect(figures).toContainText(
    /Spent so far plus \$[\d.,]+ expected: what exists now, at an estimated \$\d/,
  );
  const row = page.getByRole("region", { name: "By environment" }).getByRole("row").filter({ hasText: name });
  await expect(row).toContainText("/mo");
  await expect(page.getByRole("heading", { name: "What estimates leave out" })).toBeVisible();

  const account = page.getByRole("region", { name: /^Environments of ticketing-dev/ });
  await expect(account.getByRole("row").filter({ hasText: name })).toContainText(/\$\d/);
  const charges = page.getByRole("region", { name: /^Charges of ticketing-dev/ });
  await expect(charges.getByRole("row").filter({ hasText: "free in the account" }).first()).toBeVisible();

  const chart = page.getByRole("img", { name: /^Bars of what each of the last 60 days cost/ });
  await expect(chart.locator(".recharts-bar-rectangle").first()).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "As a table" }).click();
  const days = page.getByRole("region", { name: "Days, the newest first" }).getByRole("row");
  await expect(days).toHaveCount(61);
  await expect(days.nth(2)).toContainText(/\$\d/);
  await expectNoAxeViolations(page);

  await page.getByRole("combobox", { name: "Stage" }).click();
  await page.getByRole("option", { name: "Production" }).click();
  await expect(page).toHaveURL(/stage=prod/);
  await expect(page.getByText(name)).toHaveCount(0);
  await page.getByRole("button", { name: "Clear" }).click();

  await page.getByRole("link", { name }).first().click();
  await expect(page.getByRole("img", { name: /^Bars of what/ })).toBeVisible();
  await page.getByRole("heading", { name: "Stack network" }).click();
  const parts = page.getByRole("region", { name: "Stack network" }).getByRole("row");
  await expect(parts.filter({ hasText: "NAT gateway" }).first()).toContainText(/20\d\d-\d\d-\d\d/);
  await expectNoAxeViolations(page);

  const theo = await as("theo");
  await openPage(theo, "/costs");
  await expect(theo.getByRole("heading", { level: 1, name: "Costs" })).toBeVisible();
  await expect(theo.getByText(name)).toHaveCount(0);
});

test("the cost page fits 360 pixels in the dark and speaks Korean", async ({ as }) => {
  const { environmentId } = await readyEnvironment(freshName("narrow"));
  await withKnownCosts(environmentId);
  const page = await as("rina", {
    viewport: { width: 360, height: 780 },
    colorScheme: "dark",
    locale: "ko-KR",
  });
  await openPage(page, "/costs");
  await expect(page.getByRole("heading", { level: 1, name: "비용" })).toBeVisible();
  await expect(page.getByRole("img", { name: /막대 차트/ })).toBeVisible();
  await expectNoSidewaysScroll(page);
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "표로 보기" }).click();
  await expect(page.getByRole("columnheader", { name: "날짜" })).toBeVisible();
  await expectNoSidewaysScroll(page);
});

test("an unusual day is seen at home, dismissed with a reason, and stays on the environment's page", async ({
  as,
}) => {
  const name = freshName("odd");
  const { environmentId } = await readyEnvironment(name);
  await withAnomaly(environmentId);

  const vera = await as("vera");
  await openPage(vera, "/");
  await expect(vera.getByText("cost more than expected")).toHaveCount(0);
  await openPage(vera, "/costs");
  await expect(vera.getByRole("listitem").filter({ hasText: `${name}: NAT gateway (VPC)` })).toBeVisible();
  await expect(vera.getByRole("button", { name: "Dismiss" })).toHaveCount(0);

  const rina = await as("rina", { viewport: { width: 360, height: 780 }, colorScheme: "dark" });
  await openPage(rina, "/");
  const line = rina.getByRole("listitem").filter({ hasText: name }).filter({ hasText: "$9.75" });
  await expect(line).toContainText("at most $2.40 was expected");
  await line.getByRole("button", { name: "Dismiss" }).click();
  const dialog = rina.getByRole("dialog");
  await dialog.getByRole("button", { name: "Dismiss" }).click();
  await expect(dialog).toContainText("at least three characters");
  await dialog.getByRole("textbox", { name: "Why this was expected" }).fill("The autumn sale began.");
  await expectNoAxeViolations(rina);
  await dialog.getByRole("button", { name: "Dismiss" }).click();
  await expect(line).toHaveCount(0);

  await openPage(rina, `/environments/${environmentId}`);
  await rina.getByText("1 dismissed").click();
  await expect(rina.getByText("Rina Choi: The autumn sale began.")).toBeVisible();
  await expect(rina.getByText(/There is a comparison from .* on/)).toBeVisible();
  await expectNoSidewaysScroll(rina);
  await expectNoAxeViolations(rina);
});

test("a budget is set, seen before a change is asked for, and its alerts are acknowledged", async ({
  as,
}) => {
  const name = freshName("bounded");
  const { environmentId } = await readyEnvironment(name);
  await withKnownCosts(environmentId);

  const pat = await as("pat");
  await openPage(pat, `/environments/${environmentId}`);
  await pat.getByRole("button", { name: `Set a budget for ${name}` }).click();
  const dialog = pat.getByRole("dialog");
  await dialog.getByRole("textbox", { name: "US dollars per month" }).fill("ten");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText('"ten" is not an amount.')).toBeVisible();
  await expectNoAxeViolations(pat);
  await dialog.getByRole("textbox", { name: "US dollars per month" }).fill("4.50");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toHaveCount(0);
  const budget = pat.getByRole("main").getByRole("region", { name: "Budgets" });
  await expect(budget.getByText("Above 80 % ($3.60): approvers are notified")).toBeVisible();
  await expect(budget.getByText(/^exceeded/).first()).toBeVisible();
  await pat.setViewportSize({ width: 360, height: 780 });
  await openPage(pat, "/audit?action=budget.set");
  await expect(pat.getByRole("row").filter({ hasText: name })).toContainText("$4.50 /mo");
  await expectNoSidewaysScroll(pat);

  const rina = await as("rina", { viewport: { width: 360, height: 780 }, colorScheme: "dark" });
  await openPage(rina, "/costs");
  const listed = rina
    .getByRole("region", { name: "Budgets" })
    .getByRole("listitem")
    .filter({ hasText: name });
  await expect(listed.first()).toContainText("only a platform engineer may approve");
  await expect(listed.getByRole("button")).toHaveCount(0);
  await expectNoSidewaysScroll(rina);
  await expectNoAxeViolations(rina);
  await openPage(rina, `/environments/${environmentId}/change`);
  const impact = rina.getByRole("list", { name: "Budgets after this" });
  await expect(impact).toContainText(`Budget of ${name}`);
  await expect(impact).toContainText("of $4.50");

  const marco = await as("marco");
  await openPage(marco, "/");
  const alerts = marco.getByRole("listitem").filter({ hasText: name }).filter({ hasText: "of the budget" });
  await expect(alerts).toHaveCount(2);
  await expectNoAxeViolations(marco);
  await alerts.first().getByRole("button", { name: "Acknowledge" }).click();
  await expect(alerts).toHaveCount(1);
});
