import type { Change, ResourceChange, ResourceChangeDetail } from "@aws-sdk/client-cloudformation";
import { describe, expect, it } from "vitest";
import { readChanges } from "./read-change-set";

describe("readChanges", () => {
  const change = (LogicalResourceId: string, rest: Partial<ResourceChange>): Change => ({
    Type: "Resource",
    ResourceChange: { LogicalResourceId, ResourceType: "AWS::X::Y", ...rest },
  });
  const modify = (
    id: string,
    Replacement: ResourceChange["Replacement"],
    Details: ResourceChangeDetail[],
  ): Change => change(id, { Action: "Modify", Replacement, Details });
  const detail = (
    RequiresRecreation: "Always" | "Never",
    ChangeSource: ResourceChangeDetail["ChangeSource"] = "DirectModification",
    CausingEntity?: string,
  ): ResourceChangeDetail => ({
    Target: { Attribute: "Properties", RequiresRecreation },
    Evaluation: ChangeSource === "DirectModification" ? "Static" : "Dynamic",
    ChangeSource,
    CausingEntity,
  });
  const actions = (...changes: Change[]) =>
    Object.fromEntries(readChanges(changes).map(({ logicalId, action }) => [logicalId, action]));

  it("names each action", () => {
    expect(
      actions(
        change("Added", { Action: "Add" }),
        change("Gone", { Action: "Remove", PolicyAction: "Delete" }),
        change("Kept", { Action: "Remove", PolicyAction: "Retain" }),
        modify("Changed", "False", [detail("Never")]),
        modify("Perhaps", "Conditional", [detail("Always", "ResourceReference", "Replaced")]),
        modify("Replaced", "True", [detail("Always")]),
      ),
    ).toEqual({
      Added: "CREATE",
      Gone: "DELETE",
      Kept: "RETAIN",
      Changed: "UPDATE",
      Perhaps: "MAY_REPLACE",
      Replaced: "REPLACE",
    });
  });

  it("leaves out who only reads an identity of what stays, and keeps who reads one of what goes", () => {
    const address = (replacement: "True" | "False") =>
      modify("Address", replacement, [detail(replacement === "True" ? "Always" : "Never")]);
    const nat = modify("Nat", "Conditional", [detail("Always", "ResourceAttribute", "Address.AllocationId")]);
    const route = modify("Route", "Conditional", [detail("Always", "ResourceAttribute", "Nat.NatGatewayId")]);
    expect(actions(address("False"), nat, route)).toEqual({ Address: "UPDATE" });
    expect(actions(route, nat, address("True"))).toEqual({
      Address: "REPLACE",
      Nat: "MAY_REPLACE",
      Route: "MAY_REPLACE",
    });
  });

  it("keeps a change of its own beside such a reading, without the replacement", () => {
    const both = modify("Nat", "Conditional", [
      detail("Never"),
      detail("Always", "ResourceAttribute", "Address.AllocationId"),
    ]);
    expect(actions(both)).toEqual({ Nat: "UPDATE" });
  });
});
