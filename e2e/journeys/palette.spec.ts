import { freshName, requestPlanned, signInOverHttp } from "../setup/environment";
import { openPage } from "../setup/open-page";
import { expect, expectNoAxeViolations, test } from "../setup/test";

test("the palette leads to pages before anything else, from the keyboard, in both languages", async ({
  as,
}) => {
  const name = freshName("cost");
  await requestPlanned(await signInOverHttp("rina"), name);
  const page = await as("rina");
  const group = (label: string) => page.getByRole("group", { name: label });
  await openPage(page, "/");
  await page.keyboard.press("Control+k");
  const search = page.getByRole("combobox", { name: "Command palette" });
  await expect(search).toBeFocused();
  await search.fill("cost");
  await expect(group("Requests").getByRole("option", { name })).toBeVisible();
  await expect(group("Go to").getByRole("option")).toHaveText(["Costs"]);
  await expect(page.getByRole("option").first()).toHaveText("Costs");
  await expectNoAxeViolations(page);
  await search.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "Costs" })).toBeVisible();
  await expect(search).toHaveCount(0);

  await page.keyboard.press("Control+k");
  await search.fill("no such thing");
  await expect(page.getByText('Nothing matches "no such thing".')).toBeVisible();
  await search.fill("한국어");
  await search.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");

  await page.keyboard.press("Control+k");
  const korean = page.getByRole("combobox", { name: "명령 팔레트" });
  await korean.fill("감사");
  await korean.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: "감사 기록" })).toBeVisible();
});
