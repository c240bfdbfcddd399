import { expect, type Page } from "@playwright/test";
import { openPage } from "../setup/open-page";

/** The page of one request. */
export class RequestPage {
  constructor(private readonly page: Page) {}

  async open(requestId: string): Promise<void> {
    await openPage(this.page, `/requests/${requestId}`);
  }

  /** Waits until the header says this word ("Waiting for approval", "Approved", …). */
  async expectStatus(word: string): Promise<void> {
    await expect(
      this.page.getByRole("banner").or(this.page.getByRole("main")).getByText(word, { exact: true }).first(),
    ).toBeVisible();
  }

  async approve(note: string): Promise<void> {
    await this.page.getByRole("button", { name: "Approve", exact: true }).click();
    await this.page.getByRole("dialog").getByRole("textbox").fill(note);
    await this.page.getByRole("button", { name: "Approve and start" }).click();
  }

  /** Says what is lost, in red, before it is decided. */
  async approveDestruction(note: string, lost: string | RegExp): Promise<void> {
    await this.page.getByRole("button", { name: "Approve destruction" }).click();
    const dialog = this.page.getByRole("dialog");
    await expect(dialog.getByRole("alert")).toContainText(lost);
    await dialog.getByRole("textbox").fill(note);
    await dialog.getByRole("button", { name: "Approve and destroy" }).click();
  }

  async reject(reason: string): Promise<void> {
    await this.page.getByRole("button", { name: "Reject", exact: true }).click();
    const dialog = this.page.getByRole("dialog");
    await dialog.getByRole("textbox").fill(reason);
    await dialog.getByRole("button", { name: "Reject", exact: true }).click();
  }
}
