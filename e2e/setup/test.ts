import AxeBuilder from "@axe-core/playwright";
import { type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import { signInOverHttp } from "./environment";

export interface Fixtures {
  /** A page of a browser of its own, signed in as this demo person. */
  as: (subject: string, options?: BrowserContextOptions) => Promise<Page>;
}

export const test = base.extend<Fixtures>({
  baseURL: async ({ baseURL }, use) => use(process.env.E2E_PORTAL_URL ?? baseURL),
  as: async ({ browser, baseURL }, use) => {
    const contexts: Awaited<ReturnType<typeof browser.newContext>>[] = [];
    const thrown: string[] = [];
    await use(async (subject, options) => {
      const { cookie, url } = await signInOverHttp(subject);
      const context = await browser.newContext({ baseURL, ...options });
      contexts.push(context);
      context.on("weberror", (failure) =>
        thrown.push(`${failure.page()?.url()}: ${failure.error().message}`),
      );
      await context.addCookies(
        cookie.split("; ").map((pair) => {
          const [name = "", ...value] = pair.split("=");
          return { name, value: value.join("="), url, httpOnly: true, sameSite: "Lax" as const };
        }),
      );
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(thrown, "errors that no page caught").toEqual([]);
  },
});

/** Axe finds nothing on the page once it stands still: text that is fading has no contrast to judge. */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        (animation) =>
          animation.playState !== "running" || animation.effect?.getComputedTiming().endTime === Infinity,
      ),
  );
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(
      ({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(" ")).join("; ")})`,
    ),
  ).toEqual([]);
}

/** Nothing sticks out to the right at this width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, window] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(content).toBeLessThanOrEqual(window as number);
}

export { expect };
