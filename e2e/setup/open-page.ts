import type { Page } from "@playwright/test";

/**
 * Goes to a page and waits until it answers to clicks: what the server sent is visible before React has taken
 * it over, and on a busy machine a click may fall in between.
 */
export async function openPage(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForFunction(() => {
    const control = document.querySelector("main button, main a, main input, main");
    return control !== null && Object.keys(control).some((key) => key.startsWith("__reactProps"));
  });
}
