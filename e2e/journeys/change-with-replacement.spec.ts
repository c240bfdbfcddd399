import { RequestForm } from "../screens/request-form";
import { RequestPage } from "../screens/request-page";
import { RunPage } from "../screens/run-page";
import { freshCidr, freshName, readyEnvironment } from "../setup/environment";
import { openPage } from "../setup/open-page";
import { expect, expectNoAxeViolations, test } from "../setup/test";

test("a change is planned with its replacements, priced before and after, and built", async ({ as }) => {
  const name = freshName("change");
  const { environmentId } = await readyEnvironment(name);
  const rina = await as("rina");
  await openPage(rina, `/environments/${environmentId}`);
  await rina.getByRole("link", { name: "Change", exact: true }).click();
  const form = new RequestForm(rina);
  await form.field("Network").fill(freshCidr());
  await form.choose("NAT gateways", "One per zone");
  await expect(rina.getByText("Changing it replaces resources").first()).toBeVisible();
  const parts = rina.getByRole("region", { name: "What changes the price" });
  await expect(parts).toContainText(/Added NAT gateway/);
  await form.field("Why the change?").fill("Move to a network that peers with the office.");
  await form.send();
  await expect(rina).toHaveURL(/\/requests\//);
  await new RequestPage(rina).expectStatus("Waiting for approval");
  await expect(rina.getByText(/± \d+ replace/).first()).toBeVisible();
  await expect(rina.getByText(/\+ \d+ create/).first()).toBeVisible();
  await expect(parts).toContainText(/VPC\$[\d.]+ → ?(becomes)? ?\$[\d.]+/);
  await expect(parts.getByText(/^\d+ parts stay as they are$/)).toBeVisible();
  await expectNoAxeViolations(rina);

  const marco = await as("marco");
  await openPage(marco, new URL(rina.url()).pathname);
  await new RequestPage(marco).approve("Agreed.");
  await expect(marco).toHaveURL(/\/runs\//);
  await new RunPage(marco).expectDone(`${name} is updated`);
});
