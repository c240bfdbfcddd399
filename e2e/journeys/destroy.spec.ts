import { RequestForm } from "../screens/request-form";
import { RequestPage } from "../screens/request-page";
import { RunPage } from "../screens/run-page";
import { freshName, readyEnvironment } from "../setup/environment";
import { openPage } from "../setup/open-page";
import { expect, test } from "../setup/test";

test("destroying is a request too: typed name, approval, stacks gone, record kept", async ({ as }) => {
  const name = freshName("destroy");
  const { environmentId } = await readyEnvironment(name);
  const rina = await as("rina");
  await openPage(rina, `/environments/${environmentId}/destroy`);
  await new RequestForm(rina).field("Why is it no longer needed?").fill("The sale is over.");
  const send = rina.getByRole("button", { name: "Request destruction" });
  const typed = rina.getByRole("textbox", { name: `Type ${name} to confirm` });
  await typed.fill("something-else");
  await expect(send).toBeDisabled();
  await typed.fill(name);
  await send.click();
  await expect(rina).toHaveURL(/\/requests\//);
  await new RequestPage(rina).expectStatus("Waiting for approval");
  await expect(rina.getByText(/− \d+ delete/).first()).toBeVisible();

  const marco = await as("marco");
  await openPage(marco, new URL(rina.url()).pathname);
  await new RequestPage(marco).approveDestruction("", `Lost with ${name}`);
  await expect(marco).toHaveURL(/\/runs\//);
  await new RunPage(marco).expectDone(`${name} was destroyed`);
  await openPage(marco, `/environments/${environmentId}`);
  await expect(marco.getByText("Destroyed", { exact: true }).first()).toBeVisible();
  await expect(marco.getByText("nothing (destroyed)")).toBeVisible();
});
