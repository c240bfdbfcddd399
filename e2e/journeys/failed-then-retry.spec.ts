import { RunPage } from "../screens/run-page";
import { approve, freshName, requestPlanned, signInOverHttp } from "../setup/environment";
import { injectFault } from "../setup/sandbox-control";
import { expect, expectNoAxeViolations, test } from "../setup/test";

test("a failed deployment shows its root cause, and clean and retry builds it", async ({ as }) => {
  const name = freshName("retry");
  const [rina, marco] = await Promise.all([signInOverHttp("rina"), signInOverHttp("marco")]);
  const request = await requestPlanned(rina, name);
  const message =
    "The maximum number of tables has been reached in this account (Service: DynamoDb, Status Code: 400)";
  await injectFault({
    stackName: `greenroom-${name}-data`,
    resourceType: "AWS::DynamoDB::GlobalTable",
    phase: "create",
    message,
  });
  const runId = await approve(marco, request);

  const page = await as("rina");
  const run = new RunPage(page);
  await run.open(runId);
  const cause = page.getByRole("region", { name: "Root cause" });
  await expect(cause).toBeVisible();
  await expect(cause).toContainText("maximum number of tables");
  await expect(cause).toContainText("AWS::DynamoDB::GlobalTable");
  await expectNoAxeViolations(page);

  await run.confirm("Clean and retry", "Clean and retry");
  await expect(page).not.toHaveURL(new RegExp(runId));
  await run.expectDone(`${name} is built`);
});
