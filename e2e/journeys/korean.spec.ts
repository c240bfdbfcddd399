import { freshCidr, freshName } from "../setup/environment";
import { openPage } from "../setup/open-page";
import { expect, expectNoAxeViolations, expectNoSidewaysScroll, test } from "../setup/test";

test("the portal speaks Korean, in the dark and at 360 pixels", async ({ as }) => {
  const page = await as("rina", { viewport: { width: 360, height: 780 }, colorScheme: "dark" });
  await openPage(page, "/");
  await page.getByRole("button", { name: /Rina Choi/ }).click();
  await page.getByRole("menuitemradio", { name: "한국어" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "ko");
  for (const path of ["/", "/catalog", "/requests", "/environments", "/runs", "/drift", "/costs", "/audit"]) {
    await openPage(page, path);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(/[가-힣]/);
    await expectNoSidewaysScroll(page);
    await expectNoAxeViolations(page);
  }

  const name = freshName("han");
  await openPage(page, "/catalog/ticketing/new");
  await page.getByRole("textbox", { name: /^이름/ }).fill(name);
  await page.getByRole("textbox", { name: /^네트워크/ }).fill(freshCidr());
  await page.getByRole("textbox", { name: /용도|사유|무엇/ }).fill("부하 테스트를 위한 환경입니다.");
  await expectNoSidewaysScroll(page);
  await page.getByRole("button", { name: /요청 보내기|보내기/ }).click();
  await expect(page).toHaveURL(/\/requests\//);
  await expect(page.getByText("승인 대기").first()).toBeVisible();
  await expectNoSidewaysScroll(page);
});
