import { randomUUID } from "node:crypto";
import { RequestPage } from "../screens/request-page";
import { RunPage } from "../screens/run-page";
import { freshName, readyEnvironment, signInOverHttp } from "../setup/environment";
import { openPage } from "../setup/open-page";
import { tamper } from "../setup/sandbox-control";
import { expect, expectNoAxeViolations, test } from "../setup/test";

interface Drift {
  state: string;
  running: unknown;
}
interface Environment {
  version: number;
  spec: Record<string, object>;
}

test("a change behind CloudFormation's back is found, ignored with a reason, and gone once it is undone", async ({
  as,
}) => {
  const name = freshName("drift");
  const { environmentId } = await readyEnvironment(name);
  const queue = {
    stackName: `greenroom-${name}-events`,
    logicalId: "PaymentQueue",
    path: "/VisibilityTimeout",
  };

  const page = await as("marco");
  await openPage(page, `/environments/${environmentId}`);
  const drift = page.getByRole("region", { name: "Drift" });
  const check = drift.getByRole("button", { name: "Check now" });
  await check.click();
  await expect(drift).toContainText("0 drifted");
  await expect(drift.getByText("In sync", { exact: true })).toBeVisible();
  await expect(drift.getByText(/not checked/).first()).toBeVisible();

  await tamper({ ...queue, value: 99 });
  await check.click();
  await expect(drift).toContainText("1 drifted");
  await expect(drift.getByRole("row", { name: /VisibilityTimeout/ })).toContainText("99");
  await expectNoAxeViolations(page);

  await drift.getByRole("button", { name: "Ignore PaymentQueue VisibilityTimeout" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /Reason/ }).fill("Until the sale is over.");
  await dialog.getByRole("button", { name: "Ignore" }).click();
  await expect(drift).toContainText("0 drifted");
  await expect(drift).toContainText("Ignored by Marco Rossi");
  await drift.getByRole("button", { name: /Stop ignoring/ }).click();
  await expect(drift).toContainText("1 drifted");

  await tamper({ ...queue, value: 60 });
  await check.click();
  await expect(drift.getByText("In sync", { exact: true })).toBeVisible();
  await expect(drift).toContainText("1 earlier difference");
});

test("drift is seen on the fleet's page, in the list, on the first page and before a change's plan", async ({
  as,
}) => {
  const name = freshName("fleet");
  const { environmentId } = await readyEnvironment(name);
  const marco = await signInOverHttp("marco");
  const check = async () => {
    await marco.mutate("drift.check", { environmentId });
    const read = () => marco.query<Drift>("drift.ofEnvironment", { environmentId });
    await expect.poll(async () => (await read()).running, { timeout: 60_000 }).toBeNull();
    return read();
  };
  await check();
  const queue = {
    stackName: `greenroom-${name}-events`,
    logicalId: "PaymentQueue",
    path: "/VisibilityTimeout",
  };
  await tamper({ ...queue, value: 99 });
  expect((await check()).state).toBe("DRIFTED");

  const page = await as("marco");
  await openPage(page, "/");
  await expect(page.getByRole("region", { name: "Drifted environments of your teams" })).toContainText(name);
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Drift" }).click();
  await expect(page.getByRole("region", { name: "Environments by state" })).toContainText("Drifted");
  await expect(page.getByRole("region", { name: "Types that drift most" })).toContainText("AWS::SQS::Queue");
  const row = page.getByRole("row", { name: new RegExp(name) });
  await expect(row).toContainText("1 drifted");
  await expectNoAxeViolations(page);
  await openPage(page, "/drift?state=IN_SYNC");
  await expect(row).toBeHidden();
  await page.getByRole("button", { name: "Clear" }).click();
  await expect(row).toBeVisible();
  await openPage(page, `/environments?search=${name}`);
  await expect(row.getByText("Drifted", { exact: true })).toBeVisible();

  const rina = await signInOverHttp("rina");
  const { version, spec } = await rina.query<Environment>("environments.get", { environmentId });
  const { id } = await rina.mutate<{ id: string }>("requests.submit", {
    kind: "CHANGE",
    idempotencyKey: randomUUID(),
    environmentId,
    baseEnvironmentVersion: version,
    spec: { ...spec, events: { ...spec.events, archiveDays: 14 } },
    lifetimeDays: 7,
    reason: "Keep what was sold for longer.",
  });
  await openPage(page, `/requests/${id}`);
  const before = page.getByRole("region", { name: "1 difference is there before this change" });
  await expect(before.getByRole("row", { name: /VisibilityTimeout/ })).toContainText("99");
  await new RequestPage(page).expectStatus("Waiting for approval");
  await expect(before).toBeVisible();
  await expectNoAxeViolations(page);
});

test("drift is undone by a request: planned, approved by somebody else, and in sync again", async ({
  as,
}) => {
  const name = freshName("revert");
  const { environmentId } = await readyEnvironment(name);
  await tamper({
    stackName: `greenroom-${name}-events`,
    logicalId: "PaymentQueue",
    path: "/VisibilityTimeout",
    value: 99,
  });
  const rina = await as("rina");
  await openPage(rina, `/environments/${environmentId}`);
  const drift = rina.getByRole("region", { name: "Drift" });
  await drift.getByRole("button", { name: "Check now" }).click();
  await expect(drift).toContainText("1 drifted");
  await drift.getByRole("button", { name: "Revert" }).click();
  const dialog = rina.getByRole("dialog");
  await dialog.getByRole("textbox", { name: /Reason/ }).fill("Nobody asked for what was changed by hand.");
  await dialog.getByRole("button", { name: "Request the plan" }).click();
  await expect(rina).toHaveURL(/\/requests\//);
  await new RequestPage(rina).expectStatus("Waiting for approval");
  await expect(rina.getByText("PaymentQueue").first()).toBeVisible();
  await expectNoAxeViolations(rina);

  const marco = await as("marco");
  await openPage(marco, new URL(rina.url()).pathname);
  await new RequestPage(marco).approve("Agreed.");
  await expect(marco).toHaveURL(/\/runs\//);
  await new RunPage(marco).expectDone(`${name} is updated`);
  await openPage(rina, `/environments/${environmentId}`);
  await drift.getByRole("button", { name: "Check now" }).click();
  await expect(drift.getByText("In sync", { exact: true })).toBeVisible();
  await expect(drift).toContainText("1 earlier difference");
});
