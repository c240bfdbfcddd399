import { redirect } from "next/navigation";
import { SignInScreen } from "../../features/identity/sign-in-screen";
import { getActor, isOidcConfigured } from "../../server/auth";
import { getDeps } from "../../server/deps";
import { listDemoPeople } from "../../server/list-demo-people";
import { toLocalPath } from "../../server/to-local-path";

export const dynamic = "force-dynamic";

interface Props {
  searchParams: Promise<{ callbackUrl?: string; error?: string; seconds?: string }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { callbackUrl, error, seconds } = await searchParams;
  const target = toLocalPath(callbackUrl);
  if (await getActor()) redirect(target);
  const { config } = getDeps();
  return (
    <SignInScreen
      people={await listDemoPeople()}
      ssoName={isOidcConfigured(config) ? config.OIDC_NAME : null}
      callbackUrl={target}
      error={error ?? null}
      waitSeconds={Number(seconds) || 1}
    />
  );
}
