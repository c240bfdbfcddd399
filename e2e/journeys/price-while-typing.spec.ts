import { RequestForm } from "../screens/request-form";
import { freshName } from "../setup/environment";
import { expect, expectNoAxeViolations, test } from "../setup/test";

test("the price moves while the form is filled in, and wrong fields say what to do", async ({ as }) => {
  const page = await as("rina");
  const form = new RequestForm(page);
  await form.open();
  const small = await form.price();
  await expect(page.getByText("between")).toBeVisible();

  await form.choose("NAT gateways", "One per zone");
  await expect.poll(() => form.price()).toBeGreaterThan(small);
  const perZone = await form.price();
  await form.choose("Availability zones", "3 zones");
  await expect.poll(() => form.price()).toBeGreaterThan(perZone);

  await form.field("Network").fill("8.8.8.0/16");
  await form.field("Name").fill("Not A Name");
  await form.field("What is it for?").focus();
  await expect(page.getByText("This is the last valid price.")).toBeVisible();
  await expect(page.getByText(/"Not A Name" cannot be a name/).first()).toBeVisible();
  await expect(page.getByText(/8\.8\.8\.0\/16/).first()).toBeVisible();
  await expectNoAxeViolations(page);

  const name = freshName("typed");
  await form.field("Name").fill(name);
  await page.reload();
  await expect(form.field("Name")).toHaveValue(name);
  await expect(page.getByText("What you typed earlier was restored.")).toBeVisible();
});
