import { findBlueprint } from "@greenroom/infra-templates/catalog";
import { notFound } from "next/navigation";
import { CreateScreen } from "../../../../../features/requests/form/create-screen";
import { firstPriceInput } from "../../../../../features/requests/form/first-price";
import { getQueryClient, getTrpc, Hydrated, prefetch } from "../../../../../trpc/server";
import { titledAs } from "../../../../page-title";

interface Props {
  params: Promise<{ blueprint: string }>;
}

export const generateMetadata = titledAs("catalog");

export default async function NewRequestPage({ params }: Props) {
  const { blueprint } = await params;
  const model = findBlueprint(blueprint);
  if (!model) notFound();
  const trpc = getTrpc();
  const contextOptions = trpc.requests.formContext.queryOptions();
  await prefetch(contextOptions);
  const context = getQueryClient().getQueryData(contextOptions.queryKey);
  if (context) await prefetch(trpc.costs.estimate.queryOptions(firstPriceInput(model, context)));
  return (
    <Hydrated>
      <CreateScreen blueprint={blueprint} />
    </Hydrated>
  );
}
