import { RequestPage } from "../screens/request-page";
import { freshName, requestPlanned, signInOverHttp } from "../setup/environment";
import { openPage } from "../setup/open-page";
import { expect, test } from "../setup/test";

test("an approver rejects with a reason, and the requester reads it", async ({ as }) => {
  const request = await requestPlanned(await signInOverHttp("rina"), freshName("reject"));
  const marco = await as("marco");
  const page = new RequestPage(marco);
  await page.open(request.id);
  await page.reject("no");
  await expect(marco.getByText("Say why, in at least three characters.")).toBeVisible();
  await marco.getByRole("dialog").getByRole("textbox").fill("The team has two of these already.");
  await marco.getByRole("dialog").getByRole("button", { name: "Reject", exact: true }).click();
  await page.expectStatus("Rejected");

  const rina = await as("rina");
  await openPage(rina, `/requests/${request.id}`);
  await expect(rina.getByText("The team has two of these already.").first()).toBeVisible();
  await expect(rina.getByRole("button", { name: "Withdraw" })).toHaveCount(0);
});
