import { expect, type Locator, type Page } from "@playwright/test";
import { openPage } from "../setup/open-page";

/** The form that asks for a new environment. */
export class RequestForm {
  constructor(private readonly page: Page) {}

  async open(): Promise<void> {
    await openPage(this.page, "/catalog/ticketing/new");
    await expect(this.field("Name")).toBeVisible();
  }

  /** A text or number field by its label. */
  field(label: string): Locator {
    return this.page
      .getByRole("textbox", { name: new RegExp(`^${label}`) })
      .or(this.page.getByRole("spinbutton", { name: new RegExp(`^${label}`) }));
  }

  async choose(label: string, option: string): Promise<void> {
    await this.page.getByRole("combobox", { name: new RegExp(`^${label}`) }).click();
    await this.page.getByRole("option", { name: option }).click();
  }

  async fill(values: { name: string; cidr: string; reason?: string }): Promise<void> {
    await this.field("Name").fill(values.name);
    await this.field("Network").fill(values.cidr);
    await this.field("What is it for?").fill(values.reason ?? "An end-to-end journey needs it.");
  }

  /** The expected monthly price as the panel says it, e.g. "$48.44 /mo". */
  async price(): Promise<number> {
    const text = (await this.page.getByRole("status").filter({ hasText: "/mo" }).textContent()) ?? "";
    const amount = Number(text.replace(/[^\d.]/g, ""));
    expect(amount, `the price panel says "${text}"`).toBeGreaterThan(0);
    return amount;
  }

  async send(): Promise<void> {
    await this.page.getByRole("button", { name: "Send request" }).click();
  }
}
