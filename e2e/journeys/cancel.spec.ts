import { RunPage } from "../screens/run-page";
import { approve, freshName, requestPlanned, signInOverHttp, untilStatus } from "../setup/environment";
import { slowDown } from "../setup/sandbox-control";
import { expect, test } from "../setup/test";

interface RunAnswer {
  events: { data: { resourceType?: string } }[];
}

test("a run that is building can be cancelled, and says what became of it", async ({ as }) => {
  const name = freshName("cancel");
  const [rina, marco] = await Promise.all([signInOverHttp("rina"), signInOverHttp("marco")]);
  const request = await requestPlanned(rina, name);
  const vpc = { stackName: `greenroom-${name}-network`, resourceType: "AWS::EC2::VPC" };
  // Its creation does not end before it is cancelled, however late the page is; its deletion takes no time.
  await slowDown({ ...vpc, milliseconds: 3_600_000 });
  const runId = await approve(marco, request);
  await untilStatus(async () => {
    const { events } = await rina.query<RunAnswer>("runs.get", { runId });
    return {
      status: events.some(({ data }) => data.resourceType === vpc.resourceType) ? "BUILDING" : "WAITING",
    };
  }, "BUILDING");
  await slowDown({ ...vpc, milliseconds: 0 });

  const page = await as("rina");
  const run = new RunPage(page);
  await run.open(runId);
  await run.confirm("Cancel run", "Cancel the run");
  await expect(page.getByText("Cancelled", { exact: true }).first()).toBeVisible();
  await expect(page.getByRole("button", { name: /retry/i }).first()).toBeVisible();
});
