import { AccountsScreen } from "../../../../features/accounts/accounts-screen";
import { getTrpc, Hydrated, prefetch } from "../../../../trpc/server";
import { titledAs } from "../../../page-title";

export const generateMetadata = titledAs("accounts");

export default async function AccountsPage() {
  await prefetch(getTrpc().accounts.list.queryOptions());
  return (
    <Hydrated>
      <AccountsScreen />
    </Hydrated>
  );
}
