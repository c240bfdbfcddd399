import { freshName, readyEnvironment, signInOverHttp } from "../setup/environment";
import { openPage } from "../setup/open-page";
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from "../setup/test";

const GRAFANA = "https://grafana.example.com/team";

test("a page says who can name a Grafana, and leads there with everything filled in once it is named", async ({
  as,
}) => {
  const name = freshName("charts");
  const { environmentId, runId } = await readyEnvironment(name);
  const { account } = await (await signInOverHttp("rina")).query<{
    account: { name: string; accountId: string };
  }>("environments.get", { environmentId });
  const rina = await as("rina");
  const links = rina.getByRole("region", { name: "Links" });
  const pat = await as("pat");
  const dialog = pat.getByRole("dialog");
  const address = dialog.getByRole("textbox", { name: /Grafana address/ });
  const save = dialog.getByRole("button", { name: "Save" });

  await test.step("nobody named one yet", async () => {
    await openPage(rina, `/environments/${environmentId}`);
    await expect(links).toContainText("A platform engineer can enter its address");
    await openPage(rina, `/runs/${runId}`);
    await expect(rina.getByRole("region", { name: "Grafana" })).toHaveCount(0);
  });

  await test.step("a platform engineer names it, with https", async () => {
    await openPage(pat, `/environments/${environmentId}`);
    await pat.getByRole("link", { name: "settings of the account" }).click();
    await pat.getByRole("button", { name: `Change ${account.name}` }).click();
    await address.fill("http://grafana.example.com");
    await save.click();
    await expect(dialog).toContainText("is no address of Grafana");
    await address.fill(`${GRAFANA}/`);
    await save.click();
    await expect(dialog).toHaveCount(0);
    await expect(pat.getByRole("region", { name: account.accountId })).toContainText(GRAFANA);
  });

  await test.step("the environment, its stacks and its run lead there", async () => {
    await openPage(rina, `/environments/${environmentId}`);
    const business = links.getByRole("link", { name: "Business" });
    const href = `${GRAFANA}/d/greenroom-business?var-environment=${name}&`;
    await expect(business).toHaveAttribute("href", new RegExp(`^${href.replace("?", "[?]")}`));
    await rina.getByText(`greenroom-${name}-events`).click();
    await expect(rina.getByRole("link", { name: "Business in Grafana" })).toBeVisible();
    await expectNoAxeViolations(rina);
    await openPage(rina, `/runs/${runId}`);
    const card = rina.getByRole("region", { name: "Grafana" });
    await expect(card.getByRole("link", { name: "Business" })).toHaveAttribute("href", /&from=\d+&to=\d+$/);
    await expectNoAxeViolations(rina);
    const narrow = await as("rina", { viewport: { width: 360, height: 780 } });
    await openPage(narrow, `/environments/${environmentId}`);
    await expect(narrow.getByRole("link", { name: "Business", exact: true })).toBeVisible();
    await expectNoSidewaysScroll(narrow);
  });

  await test.step("the other journeys find the account as it was", async () => {
    await pat.getByRole("button", { name: `Change ${account.name}` }).click();
    await address.fill("");
    await save.click();
    await expect(dialog).toHaveCount(0);
  });
});
