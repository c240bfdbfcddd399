import { RequestForm } from "../screens/request-form";
import { RequestPage } from "../screens/request-page";
import { RunPage } from "../screens/run-page";
import { freshCidr, freshName } from "../setup/environment";
import { openPage } from "../setup/open-page";
import { expect, expectNoAxeViolations, test } from "../setup/test";

test("a requester asks, another person approves, everybody sees it being built", async ({ page, as }) => {
  const name = freshName("ready");
  await openPage(page, "/environments");
  await expect(page.getByText("Sandbox (simulated AWS)")).toBeVisible();
  await page.getByRole("button", { name: /Rina Choi/ }).click();
  await expect(page).toHaveURL(/\/environments$/);

  const form = new RequestForm(page);
  await form.open();
  await form.fill({ name, cidr: freshCidr() });
  await form.send();
  await expect(page).toHaveURL(/\/requests\//);
  const asked = new RequestPage(page);
  await asked.expectStatus("Waiting for approval");
  await expect(page.getByText("This is your own request: somebody else has to decide.")).toBeVisible();
  await expectNoAxeViolations(page);

  const marco = await as("marco");
  await openPage(marco, new URL(page.url()).pathname);
  const decided = new RequestPage(marco);
  await decided.expectStatus("Waiting for approval");
  await expect(marco.getByText("/mo").first()).toBeVisible();
  await decided.approve("Good for the load test week.");

  await expect(marco).toHaveURL(/\/runs\//);
  const run = new RunPage(marco);
  await run.expectDone(`${name} is built`);
  const numbers = await run.eventNumbers();
  expect(new Set(numbers).size).toBe(numbers.length);
  await expectNoAxeViolations(marco);

  await marco.getByRole("link", { name: "Open the environment" }).click();
  await expect(marco.getByRole("heading", { level: 1, name })).toBeVisible();
  await expect(marco.getByText("Ready", { exact: true }).first()).toBeVisible();
  await expect(marco.getByText(`greenroom-${name}-network`).first()).toBeVisible();
  await expectNoAxeViolations(marco);
});
