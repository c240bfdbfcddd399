import { expect, type Locator, type Page } from "@playwright/test";
import { openPage } from "../setup/open-page";

/** The page of one run. */
export class RunPage {
  constructor(private readonly page: Page) {}

  async open(runId: string): Promise<void> {
    await openPage(this.page, `/runs/${runId}`);
    await expect(this.page.getByRole("heading", { level: 1 })).toContainText("Run #");
  }

  step(title: string): Locator {
    return this.page.getByRole("listitem").filter({ hasText: title }).first();
  }

  async expectDone(title: string): Promise<void> {
    await expect(this.page.getByText(title)).toBeVisible();
  }

  /** The lines of the event log: their numbers, as shown. */
  async eventNumbers(): Promise<number[]> {
    const rows = this.page.getByRole("list", { name: "Event log" }).getByRole("listitem");
    // A line begins with its number and the time: "1207:09:32…" is number 12.
    return (await rows.allTextContents()).map((text) => Number(/^(\d+)\d\d:\d\d:\d\d/.exec(text)?.[1]));
  }

  async confirm(button: string, inDialog: string): Promise<void> {
    await this.page.getByRole("button", { name: button, exact: true }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: inDialog, exact: true }).click();
  }
}
