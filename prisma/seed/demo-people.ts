import type { PrismaClient, Role } from "../generated/client";

/** Sign-in provider of the demo people; their subject is the part of the address before the @. */
export const DEMO_ISSUER = "demo";

interface DemoTeam {
  slug: string;
  name: string;
  costCentre: string;
  people: readonly { subject: string; name: string; role: Role }[];
}

const DEMO_TEAMS: readonly DemoTeam[] = [
  {
    slug: "box-office",
    name: "Box Office",
    costCentre: "CC-1001",
    people: [
      { subject: "rina", name: "Rina Choi", role: "REQUESTER" },
      { subject: "marco", name: "Marco Rossi", role: "APPROVER" },
      { subject: "vera", name: "Vera Lind", role: "VIEWER" },
    ],
  },
  {
    slug: "venues",
    name: "Venues",
    costCentre: "CC-1002",
    people: [
      { subject: "theo", name: "Theo Park", role: "REQUESTER" },
      { subject: "aiko", name: "Aiko Mori", role: "APPROVER" },
    ],
  },
  {
    slug: "platform",
    name: "Platform",
    costCentre: "CC-1000",
    people: [{ subject: "pat", name: "Pat Kim", role: "PLATFORM_ENGINEER" }],
  },
];

/** The demo people and their teams. Running it again changes nothing that people have changed since. */
export async function seedDemoPeople(db: PrismaClient): Promise<void> {
  for (const { people, ...team } of DEMO_TEAMS) {
    const { id: teamId } = await db.team.upsert({ where: { slug: team.slug }, create: team, update: {} });
    for (const { subject, name, role } of people) {
      await db.user.upsert({
        where: { issuer_subject: { issuer: DEMO_ISSUER, subject } },
        create: {
          issuer: DEMO_ISSUER,
          subject,
          name,
          email: `${subject}@demo.greenroom`,
          memberships: { create: { teamId, role } },
        },
        update: {},
      });
    }
  }
}
