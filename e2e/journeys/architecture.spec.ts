import { Architecture } from "../screens/architecture";
import { freshName, readyEnvironment } from "../setup/environment";
import { openPage } from "../setup/open-page";
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from "../setup/test";

test("what an environment is made of is drawn, walked by keyboard and listed", async ({ as }) => {
  const { environmentId, requestId, runId } = await readyEnvironment(freshName("drawn"));
  const page = await as("rina");
  const shown = new Architecture(page);

  await test.step("the environment: stacks with their kinds and prices, and what connects them", async () => {
    await openPage(page, `/environments/${environmentId}`);
    await expect(shown.node("Data")).toContainText("6 DynamoDB global tables");
    await expect(shown.node("Data")).toContainText("/mo");
    await expect(shown.node("Events")).toContainText("Needs");
    await expectNoAxeViolations(page);
  });

  await test.step("by keyboard: along a connection, into a stack, to a group, and back", async () => {
    await shown.node("Data").focus();
    await shown.press("ArrowRight");
    await shown.expectFocusOn("Events");
    await shown.press("ArrowLeft");
    await shown.expectFocusOn("Data");
    await shown.press("Enter");
    await shown.expectFocusOn("6 DynamoDB global tables");
    await shown.press("ArrowRight");
    await shown.expectFocusOn("3 IAM roles");
    await shown.press("Enter");
    await expect(shown.card.getByRole("status")).toContainText("Needs: 6 DynamoDB global tables");
    await expectNoAxeViolations(page);
    await shown.press("Escape");
    await expect(shown.card.getByRole("status")).toHaveCount(0);
    await shown.press("Escape");
    await shown.expectFocusOn("Data");
  });

  await test.step("the list says the same", async () => {
    await shown.card.getByRole("button", { name: "List" }).click();
    expect(await shown.listed()).toContain("6 DynamoDB global tables");
    await shown.card.getByText("Data", { exact: true }).click();
    await expect(shown.card.getByText("Needed by: 3 IAM roles")).toBeVisible();
  });

  await test.step("a plan marks what it does, a run how far each stack is", async () => {
    await openPage(page, `/requests/${requestId}`);
    await expect(shown.node("Data")).toContainText("9 create");
    await openPage(page, `/runs/${runId}`);
    await expect(shown.node("Data")).toContainText("Done");
  });

  await test.step("a narrow window gets the list", async () => {
    const narrow = await as("rina", { viewport: { width: 360, height: 780 } });
    await openPage(narrow, `/environments/${environmentId}`);
    const list = new Architecture(narrow);
    await expect(list.card.getByText("Data", { exact: true })).toBeVisible();
    await expect(list.card.getByRole("application")).toHaveCount(0);
    await expectNoSidewaysScroll(narrow);
    await expectNoAxeViolations(narrow);
  });
});
