import type { Actor } from "@greenroom/identity/schema";
import { type TestDatabase, testDatabase } from "@greenroom/prisma/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createRunFixture, type RunFixture } from "../../testing/run-fixture";
import { sha256 } from "../plan/digest";
import { architectureViewSchema } from "../schema";
import { getDeployedArchitecture } from "./get-deployed-architecture";
import { getPlannedArchitecture } from "./get-planned-architecture";

let database: TestDatabase;
let fixture: RunFixture;
let actor: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  fixture = await createRunFixture(database.prisma);
  const memberships = [{ teamId: fixture.team.id, role: "VIEWER" as const }];
  actor = { userId: "vera", name: "Vera", email: "vera@example.com", memberships };
  fixture.deps.synthesizer.synthesize = async ({ context }) => {
    const stackName = (key: string) => `greenroom-${context.environmentName}-${key}`;
    const stack = (key: string, region: string, template: object, dependsOn: string[] = []) => {
      const text = JSON.stringify(template);
      return {
        key,
        stackName: stackName(key),
        region,
        template: text,
        templateHash: sha256(text),
        dependsOn,
      };
    };
    return [
      stack("base", "ap-northeast-2", {
        Resources: {
          Address: { Type: "AWS::EC2::EIP", Properties: { Domain: "vpc" } },
          Gateway: {
            Type: "AWS::EC2::NatGateway",
            Properties: { AllocationId: { "Fn::GetAtt": ["Address", "AllocationId"] } },
          },
        },
        Outputs: { GatewayId: { Value: { Ref: "Gateway" } } },
      }),
      stack(
        "far",
        "us-east-1",
        {
          Resources: {
            Note: {
              Type: "AWS::SSM::Parameter",
              Properties: {
                Type: "String",
                Value: {
                  "Fn::GetStackOutput": {
                    StackName: stackName("base"),
                    OutputName: "GatewayId",
                    Region: "ap-northeast-2",
                  },
                },
              },
            },
          },
        },
        ["base"],
      ),
    ];
  };
});

describe("the architecture of a run", () => {
  it("is what it plans: stacks, what they read of each other, and what each part costs", async () => {
    const { runId } = await fixture.plan("CREATE");
    expect(await getPlannedArchitecture(fixture.deps, actor, { runId })).toBeNull();
    await fixture.drive(runId);
    const view = architectureViewSchema.parse(await getPlannedArchitecture(fixture.deps, actor, { runId }));
    expect(view).toMatchObject({
      homeRegion: "ap-northeast-2",
      links: [{ reader: "far", source: "base", outputs: ["GatewayId"] }],
      stacks: [
        {
          key: "base",
          groups: [
            { type: "AWS::EC2::EIP", members: ["Address"] },
            { type: "AWS::EC2::NatGateway", needs: [{ group: 0, via: ["AllocationId"] }] },
          ],
        },
        { key: "far", region: "us-east-1", groups: [{ reads: [{ source: "base" }] }] },
      ],
    });
    const costs = view.stacks[0]?.costs;
    expect(Number(costs?.resources.Gateway)).toBeGreaterThan(30);
  });

  it("is that of the plan it carries out, and stays when it is deployed", async () => {
    const { environmentId, runId } = await fixture.build();
    const planned = await getPlannedArchitecture(fixture.deps, actor, { runId });
    const deployed = await getDeployedArchitecture(fixture.deps, actor, { environmentId });
    for (const { plannedCount } of planned?.stacks ?? []) expect(plannedCount).toBeGreaterThan(0);
    expect(deployed.stacks).toEqual(planned?.stacks.map((stack) => ({ ...stack, plannedCount: null })));
    expect(deployed.links).toEqual(planned?.links);
  });

  it("is shown to nobody outside the team", async () => {
    const { environmentId, runId } = await fixture.build();
    const stranger = { ...actor, memberships: [] };
    await expect(getPlannedArchitecture(fixture.deps, stranger, { runId })).rejects.toThrow(/no such run/);
    await expect(getDeployedArchitecture(fixture.deps, stranger, { environmentId })).rejects.toThrow(
      /no such environment/,
    );
  });
});
