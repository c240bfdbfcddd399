import { beforeAll, describe, expect, it, vi } from "vitest";
import type { TicketingSpec } from "../../src/blueprints/ticketing/stacks";
import { describeSpecProblems, getBlueprint } from "../../src/catalog";
import { synthesizeApp } from "../../src/index";
import { contextOf, resourcesOf } from "../../testing/contexts";

// Loading CDK takes a second, and many on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

beforeAll(() => {
  process.env.CDK_VALIDATION = "false";
});

const model = getBlueprint("ticketing");
const prod = model.presets.find(({ key }) => key === "prod")?.spec as TicketingSpec;
const withSsh = (sshCidrs: string[]): TicketingSpec => ({ ...prod, bastion: { ...prod.bastion, sshCidrs } });

function bastionOf(spec: TicketingSpec) {
  const stack = synthesizeApp("ticketing", spec, contextOf("prod")).find(({ key }) => key === "bastion");
  const resources = resourcesOf(stack!);
  return { group: resources.SecurityGroup?.Properties, instance: resources.Instance?.Properties };
}

describe("the bastion", () => {
  it("has no way in, no public address and no key unless networks are named", () => {
    const { group, instance } = bastionOf(prod);
    expect(group?.SecurityGroupIngress).toEqual([]);
    expect(instance).toMatchObject({
      NetworkInterfaces: [{ AssociatePublicIpAddress: false }],
      MetadataOptions: { HttpTokens: "required" },
      BlockDeviceMappings: [{ Ebs: { Encrypted: true, VolumeType: "gp3" } }],
    });
    expect(instance).not.toHaveProperty("KeyName");
  });

  it("lets SSH in from the named networks only", () => {
    const { group, instance } = bastionOf(withSsh(["203.0.113.0/24"]));
    expect(group?.SecurityGroupIngress).toEqual([
      expect.objectContaining({ CidrIp: "203.0.113.0/24", FromPort: 22, ToPort: 22, IpProtocol: "tcp" }),
    ]);
    expect(instance).toMatchObject({ NetworkInterfaces: [{ AssociatePublicIpAddress: true }] });
  });

  it.each(["0.0.0.0/0", "128.0.0.0/1", "2.0.0.0/7"])("refuses to open SSH to %s", (cidr) => {
    const [problem] = describeSpecProblems(model, withSsh([cidr]));
    expect(problem).toMatchObject({
      field: "bastion.sshCidrs",
      message: { key: "spec.cidr.tooOpen", values: { value: cidr } },
    });
  });
});
