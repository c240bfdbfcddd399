import { RunPage } from "../screens/run-page";
import { approve, freshName, requestPlanned, signInOverHttp, untilStatus } from "../setup/environment";
import { slowDown } from "../setup/sandbox-control";
import { expect, test } from "../setup/test";

test("a run that is building can be cancelled, and says what became of it", async ({ as }) => {
  const name = freshName("cancel");
  const [rina, marco] = await Promise.all([signInOverHttp("rina"), signInOverHttp("marco")]);
  const request = await requestPlanned(rina, name);
  await slowDown({
    stackName: `greenroom-${name}-network`,
    resourceType: "AWS::EC2::VPC",
    milliseconds: 20_000,
  });
  const runId = await approve(marco, request);
  await untilStatus(() => rina.query<{ status: string }>("runs.get", { runId }), "RUNNING");

  const page = await as("rina");
  const run = new RunPage(page);
  await run.open(runId);
  await run.confirm("Cancel run", "Cancel the run");
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /retry/i }).first()).toBeVisible();
});
