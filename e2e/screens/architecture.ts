import { expect, type Locator, type Page } from "@playwright/test";

/** The part of a page that shows what an environment is made of. */
export class Architecture {
  readonly card: Locator;

  constructor(private readonly page: Page) {
    this.card = page.getByRole("region", { name: "Architecture" });
  }

  /** The drawing's button for a stack or a group of resources, by the start of its name. */
  node(name: string): Locator {
    return this.card.getByRole("application").getByRole("button", { name: new RegExp(`^${name}`) });
  }

  async expectFocusOn(name: string): Promise<void> {
    await expect(this.node(name)).toBeFocused();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Every line of the list as text. */
  async listed(): Promise<string> {
    return (await this.card.getByRole("list").first().textContent()) ?? "";
  }
}
