import { RunPage } from "../screens/run-page";
import { approve, freshName, requestPlanned, signInOverHttp } from "../setup/environment";
import { slowDown } from "../setup/sandbox-control";
import { expect, test } from "../setup/test";

test("a page that loses its connection during a run goes on without gap or repeat", async ({ as }) => {
  const name = freshName("line");
  const [rina, marco] = await Promise.all([signInOverHttp("rina"), signInOverHttp("marco")]);
  const request = await requestPlanned(rina, name);
  await slowDown({
    stackName: `greenroom-${name}-network`,
    resourceType: "AWS::EC2::VPC",
    milliseconds: 4_000,
  });
  const runId = await approve(marco, request);

  const page = await as("rina");
  const run = new RunPage(page);
  await run.open(runId);
  await expect(page.getByText("Running", { exact: true }).first()).toBeVisible();
  await page.context().setOffline(true);
  await expect(page.getByText("Reconnecting…")).toBeVisible({ timeout: 40_000 });
  await page.context().setOffline(false);
  await run.expectDone(`${name} is built`);

  const { lastSequence } = await rina.query<{ lastSequence: number }>("runs.get", { runId });
  const numbers = (await run.eventNumbers()).sort((a, b) => a - b);
  expect(numbers).toEqual(
    Array.from({ length: numbers.length }, (_, index) => lastSequence - numbers.length + 1 + index),
  );
});
