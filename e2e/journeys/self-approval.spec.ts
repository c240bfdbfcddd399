import { RequestPage } from "../screens/request-page";
import { approve, freshName, requestPlanned, signInOverHttp } from "../setup/environment";
import { expect, test } from "../setup/test";

test("nobody approves their own request: the page offers nothing and the server refuses", async ({ as }) => {
  const marco = await signInOverHttp("marco");
  const request = await requestPlanned(marco, freshName("self"));
  const page = await as("marco");
  await new RequestPage(page).open(request.id);
  await new RequestPage(page).expectStatus("Waiting for approval");
  await expect(page.getByText("This is your own request: somebody else has to decide.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve", exact: true })).toHaveCount(0);
  await expect(approve(marco, request)).rejects.toThrow(/HTTP 403/);
});
