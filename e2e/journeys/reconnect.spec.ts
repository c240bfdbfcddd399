import { RunPage } from "../screens/run-page";
import { openCuttableLine } from "../setup/cuttable-line";
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
    milliseconds: 25_000,
  });
  const runId = await approve(marco, request);

  const line = await openCuttableLine(rina.url);
  const page = await as("rina", { baseURL: line.url });
  const run = new RunPage(page);
  const isWatching = page.waitForResponse(/runs\.watch/);
  await run.open(runId);
  await isWatching;
  await expect(page.getByText("Running", { exact: true }).first()).toBeVisible();
  await expect.poll(async () => (await run.eventNumbers()).length).toBeGreaterThan(3);
  line.cut();
  await expect(page.getByText("Reconnecting…")).toBeVisible();
  line.mend();
  await run.expectDone(`${name} is built`);
  await expect(page.getByText("Reconnecting…")).toHaveCount(0);

  const { lastSequence } = await rina.query<{ lastSequence: number }>("runs.get", { runId });
  const numbers = (await run.eventNumbers()).sort((a, b) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => lastSequence - numbers.length + 1 + index));
  await page.close();
  await line.close();
});
