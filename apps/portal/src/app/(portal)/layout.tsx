import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { getActor } from "../../server/auth";
import { Shell } from "../../shell/shell";
import { getTrpc, Hydrated, prefetch } from "../../trpc/server";

/** Everything behind the sign-in. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const path = (await headers()).get("x-greenroom-path") ?? "/";
  if (!(await getActor())) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  const trpc = getTrpc();
  const ofFrame = [
    trpc.identity.me.queryOptions(),
    trpc.requests.list.queryOptions({ awaitingMe: true, limit: 20 }),
  ];
  await prefetch(...ofFrame);
  return (
    <Hydrated only={ofFrame}>
      <Shell>{children}</Shell>
    </Hydrated>
  );
}
