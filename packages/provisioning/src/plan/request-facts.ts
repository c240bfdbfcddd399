import type { BlueprintContext } from "@greenroom/infra-templates/catalog";
import type { Prisma } from "@greenroom/prisma";

export type RequestRecord = Prisma.RequestGetPayload<Record<never, never>>;
export type RequestFacts = ReturnType<typeof requestFacts>;

/** The part of the digest that is what was asked for. */
export function requestFacts({
  request,
  context,
}: {
  request: RequestRecord;
  context: Pick<BlueprintContext, "accountId">;
}) {
  const { kind, blueprint, blueprintVersion, environmentName, region, stage, spec, lifetimeDays } = request;
  return {
    kind,
    blueprint,
    blueprintVersion,
    environmentName,
    region,
    stage,
    spec,
    lifetimeDays,
    accountId: context.accountId,
  };
}
