import type { EnvironmentStatus, Prisma, PrismaClient } from "../generated/client";

const REGIONS = ["ap-northeast-2", "us-east-1", "ap-northeast-1", "ap-southeast-1"];

/** AWS's documentation account numbers: nothing real answers to them. */
const DEMO_ACCOUNTS = [
  { accountId: "111122223333", name: "ticketing-dev", regions: REGIONS },
  { accountId: "444455556666", name: "ticketing-prod", regions: REGIONS },
] as const;

/** The cloud accounts that environments may be built in. */
export async function seedAccounts(db: PrismaClient): Promise<void> {
  for (const account of DEMO_ACCOUNTS) {
    await db.cloudAccount.upsert({
      where: { accountId: account.accountId },
      create: {
        ...account,
        regions: [...account.regions],
        roleArn: `arn:aws:iam::${account.accountId}:role/greenroom-access`,
      },
      update: {},
    });
  }
}

const BATCH_SIZE = 1_000;
const MINUTE_MS = 60_000;
const STAGES = ["dev", "staging", "prod"];
const MANY_STATUSES: readonly EnvironmentStatus[] = ["READY", "READY", "READY", "FAILED", "DESTROYED"];

/**
 * Adds `count` environments spread over all teams, stages and a few statuses, a minute apart, for measuring
 * the list. Needs `seedDemo` first. They exist as rows only: no run made them and no stack stands behind
 * them.
 */
export async function seedManyEnvironments(db: PrismaClient, count: number): Promise<void> {
  const members = await db.membership.findMany({ orderBy: [{ teamId: "asc" }, { userId: "asc" }] });
  const accounts = await db.cloudAccount.findMany({ orderBy: { accountId: "asc" } });
  if (members.length === 0 || accounts.length === 0)
    throw new Error("There are no people or no accounts yet: run seedDemo first.");
  const start = await db.environment.count();
  const now = Date.now();
  const row = (index: number): Prisma.EnvironmentCreateManyInput => {
    const member = members[index % members.length]!;
    const status = MANY_STATUSES[index % MANY_STATUSES.length]!;
    const createdAt = new Date(now - index * MINUTE_MS);
    return {
      name: `load-${index.toString(36).padStart(5, "0")}`,
      status,
      teamId: member.teamId,
      ownerId: member.userId,
      cloudAccountId: accounts[index % accounts.length]!.id,
      region: REGIONS[index % REGIONS.length]!,
      stage: STAGES[index % STAGES.length]!,
      blueprint: "ticketing",
      blueprintVersion: "1",
      spec: {},
      cidrs: [],
      monthlyCostUsd: `${100 + (index % 900)}.50`,
      createdAt,
      readyAt: createdAt,
      destroyedAt: status === "DESTROYED" ? createdAt : null,
    };
  };
  for (let from = 0; from < count; from += BATCH_SIZE) {
    const size = Math.min(BATCH_SIZE, count - from);
    await db.environment.createMany({
      data: Array.from({ length: size }, (_, offset) => row(start + from + offset)),
    });
  }
}
