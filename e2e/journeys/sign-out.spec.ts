import { openPage } from "../setup/open-page";
import { PortalApi } from "../setup/portal-api";
import { expect, test } from "../setup/test";

const portalUrl = () => process.env.E2E_PORTAL_URL ?? "";

/** What the portal says of a cookie: on its calls, and where next-auth renews it. */
async function statusOf(cookie: string) {
  const call = await fetch(`${portalUrl()}/api/trpc/identity.me`, { headers: { cookie } });
  const session = await fetch(`${portalUrl()}/api/auth/session`, { headers: { cookie } });
  const page = await fetch(`${portalUrl()}/requests`, { headers: { cookie }, redirect: "manual" });
  return {
    call: call.status,
    page: page.status,
    session: (await session.json()) as { expires?: string },
    renewed: session.headers.getSetCookie().filter((line) => /session-token=[^;]/.test(line)).length > 0,
  };
}
const ENDED = { call: 401, page: 307, session: {}, renewed: false };

test("a cookie is worth nothing after signing out, and no renewal makes it last longer than a week", async ({
  as,
}) => {
  const page = await as("vera");
  await openPage(page, "/requests");
  const cookies = await page.context().cookies();
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const before = await statusOf(cookie);
  expect(before).toMatchObject({ call: 200, page: 200, renewed: true });
  const lastsDays = (Date.parse(before.session.expires ?? "") - Date.now()) / 86_400_000;
  expect(lastsDays).toBeGreaterThan(6.9);
  expect(lastsDays).toBeLessThanOrEqual(7);
  expect((await statusOf(cookie)).session.expires).toBe(before.session.expires);

  await page.getByRole("button", { name: /Vera Lind/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect(await statusOf(cookie)).toEqual(ENDED);
});

test("signing in as somebody else ends what the browser was signed in to before", async () => {
  const vera = await PortalApi.signIn(portalUrl(), "vera");
  expect(await statusOf(vera.cookie)).toMatchObject({ call: 200 });
  const theo = await PortalApi.signIn(portalUrl(), "theo", vera.cookie);
  expect(await statusOf(vera.cookie)).toEqual(ENDED);
  expect(await statusOf(theo.cookie)).toMatchObject({ call: 200 });
});
