import { findBlueprint } from "@greenroom/infra-templates/catalog";
import { notFound } from "next/navigation";
import { CreateScreen } from "../../../../../features/requests/create-screen";
import { getTrpc, Hydrated, prefetch } from "../../../../../trpc/server";
import { titledAs } from "../../../../page-title";

interface Props {
  params: Promise<{ blueprint: string }>;
}

export const generateMetadata = titledAs("catalog");

export default async function NewRequestPage({ params }: Props) {
  const { blueprint } = await params;
  if (!findBlueprint(blueprint)) notFound();
  await prefetch(getTrpc().requests.formContext.queryOptions());
  return (
    <Hydrated>
      <CreateScreen blueprint={blueprint} />
    </Hydrated>
  );
}
