import {
  CreateStackCommand,
  DescribeStackDriftDetectionStatusCommand,
  DescribeStackResourceDriftsCommand,
  DescribeStackResourcesCommand,
  DetectStackDriftCommand,
  DetectStackResourceDriftCommand,
  DetectStackSetDriftCommand,
  ExecuteChangeSetCommand,
  type StackResourceDrift,
  UpdateStackCommand,
} from "@aws-sdk/client-cloudformation";
import fc from "fast-check";
import { expect, it, describe as suite } from "vitest";
import { callControl, clientFor, describe, prepared, settled, until } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";

const { client, url } = await openSandbox();

const TEMPLATE = (delay = 1) => ({
  Resources: {
    Queue: {
      Type: "AWS::SQS::Queue",
      Properties: { DelaySeconds: delay, VisibilityTimeout: 30 },
    },
    Role: {
      Type: "AWS::IAM::Role",
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: "*" }],
        },
        ManagedPolicyArns: [
          "arn:aws:iam::aws:policy/ReadOnlyAccess",
          "arn:aws:iam::aws:policy/job-function/Billing",
        ],
      },
    },
    // CloudFormation detects no drift of this type.
    Registry: {
      Type: "AWS::ECR::Repository",
      Properties: { ImageTagMutability: "IMMUTABLE" },
    },
  },
});

let count = 0;
async function create(): Promise<string> {
  const StackName = `drift-${count++}`;
  await client.send(
    new CreateStackCommand({
      StackName,
      TemplateBody: JSON.stringify(TEMPLATE()),
      Capabilities: ["CAPABILITY_IAM"],
    }),
  );
  await settled(client, StackName);
  return StackName;
}

const tamper = async (stackName: string, logicalId: string, input: object): Promise<void> => {
  const answer = await callControl(url, "POST", "tamper", { stackName, logicalId, ...input });
  expect(answer.status, await answer.clone().text()).toBe(200);
};

async function detect(StackName: string) {
  const { StackDriftDetectionId } = await client.send(new DetectStackDriftCommand({ StackName }));
  return until(
    () => client.send(new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId })),
    ({ DetectionStatus }) => DetectionStatus !== "DETECTION_IN_PROGRESS",
  );
}

async function drifts(StackName: string, MaxResults?: number): Promise<StackResourceDrift[]> {
  const all: StackResourceDrift[] = [];
  let NextToken: string | undefined;
  do {
    const answer = await client.send(
      new DescribeStackResourceDriftsCommand({ StackName, NextToken, MaxResults }),
    );
    all.push(...(answer.StackResourceDrifts ?? []));
    NextToken = answer.NextToken;
  } while (NextToken);
  return all;
}

suite("drift", () => {
  it("is not checked before somebody asks, and in sync where nothing was changed", async () => {
    const stack = await create();
    expect((await describe(client, stack)).DriftInformation).toEqual({ StackDriftStatus: "NOT_CHECKED" });
    expect(await drifts(stack)).toEqual([]);
    const result = await detect(stack);
    expect(result).toMatchObject({
      DetectionStatus: "DETECTION_COMPLETE",
      StackDriftStatus: "IN_SYNC",
      DriftedStackResourceCount: 0,
    });
    expect((await describe(client, stack)).DriftInformation).toEqual({
      StackDriftStatus: "IN_SYNC",
      LastCheckTimestamp: result.Timestamp,
    });
  });

  it("leaves out the types that CloudFormation cannot check, tampered with or not", async () => {
    const stack = await create();
    await tamper(stack, "Registry", { path: "/ImageTagMutability", value: "MUTABLE" });
    expect((await detect(stack)).StackDriftStatus).toBe("IN_SYNC");
    expect((await drifts(stack, 1)).map(({ LogicalResourceId }) => LogicalResourceId)).toEqual([
      "Queue",
      "Role",
    ]);
    const { StackResources } = await client.send(new DescribeStackResourcesCommand({ StackName: stack }));
    expect(
      StackResources?.find(({ LogicalResourceId }) => LogicalResourceId === "Registry")?.DriftInformation,
    ).toEqual({
      StackResourceDriftStatus: "NOT_CHECKED",
    });
    await expect(
      client.send(new DetectStackResourceDriftCommand({ StackName: stack, LogicalResourceId: "Registry" })),
    ).rejects.toThrow("AWS::ECR::Repository");
  });

  it("tells what was changed, added, removed and deleted", async () => {
    const stack = await create();
    await tamper(stack, "Queue", { path: "/DelaySeconds", value: 9 });
    await tamper(stack, "Queue", { path: "/VisibilityTimeout" });
    await tamper(stack, "Role", {
      path: "/ManagedPolicyArns/-",
      value: "arn:aws:iam::aws:policy/AdministratorAccess",
    });
    expect(await detect(stack)).toMatchObject({ StackDriftStatus: "DRIFTED", DriftedStackResourceCount: 2 });
    const [queue, role] = await drifts(stack);
    expect(queue).toMatchObject({
      StackResourceDriftStatus: "MODIFIED",
      PropertyDifferences: [
        { PropertyPath: "/DelaySeconds", ExpectedValue: "1", ActualValue: "9", DifferenceType: "NOT_EQUAL" },
        {
          PropertyPath: "/VisibilityTimeout",
          ExpectedValue: "30",
          ActualValue: "null",
          DifferenceType: "REMOVE",
        },
      ],
    });
    expect(JSON.parse(queue?.ActualProperties ?? "")).toEqual({ DelaySeconds: 9 });
    expect(role?.PropertyDifferences).toEqual([
      {
        PropertyPath: "/ManagedPolicyArns/2",
        ExpectedValue: "null",
        ActualValue: "arn:aws:iam::aws:policy/AdministratorAccess",
        DifferenceType: "ADD",
      },
    ]);
    await tamper(stack, "Queue", { delete: true });
    const one = await client.send(
      new DetectStackResourceDriftCommand({ StackName: stack, LogicalResourceId: "Queue" }),
    );
    expect(one.StackResourceDrift).toMatchObject({
      StackResourceDriftStatus: "DELETED",
      PropertyDifferences: [],
    });
    expect(one.StackResourceDrift?.ActualProperties).toBeUndefined();
  });

  it("is not known any more once the stack was changed", async () => {
    const stack = await create();
    await tamper(stack, "Queue", { path: "/DelaySeconds", value: 9 });
    await detect(stack);
    await client.send(
      new UpdateStackCommand({
        StackName: stack,
        TemplateBody: JSON.stringify(TEMPLATE(5)),
        Capabilities: ["CAPABILITY_IAM"],
      }),
    );
    await settled(client, stack);
    expect((await describe(client, stack)).DriftInformation).toEqual({ StackDriftStatus: "NOT_CHECKED" });
    expect((await detect(stack)).StackDriftStatus).toBe("IN_SYNC");
  });

  it("is undone by a change set that compares with what is there, deleted resources too", async () => {
    const stack = await create();
    const TemplateBody = JSON.stringify(TEMPLATE());
    const changeSet = { StackName: stack, TemplateBody, Capabilities: ["CAPABILITY_IAM" as const] };
    const revert = { ...changeSet, DeploymentMode: "REVERT_DRIFT" as const };
    expect((await prepared(client, { ...revert, ChangeSetName: "nothing" })).Status).toBe("FAILED");

    await tamper(stack, "Queue", { path: "/DelaySeconds", value: 9 });
    await tamper(stack, "Role", { delete: true });
    expect((await prepared(client, { ...changeSet, ChangeSetName: "usual" })).Status).toBe("FAILED");
    const shown = await prepared(client, { ...revert, ChangeSetName: "revert" });
    expect(shown.DeploymentMode).toBe("REVERT_DRIFT");
    expect(
      shown.Changes?.map(({ ResourceChange }) => [ResourceChange?.Action, ResourceChange?.LogicalResourceId]),
    ).toEqual([
      ["Modify", "Queue"],
      ["Add", "Role"],
    ]);
    await client.send(new ExecuteChangeSetCommand({ StackName: stack, ChangeSetName: "revert" }));
    expect((await settled(client, stack)).StackStatus).toBe("UPDATE_COMPLETE");
    expect((await detect(stack)).StackDriftStatus).toBe("IN_SYNC");
  });

  it("is refused where AWS refuses it", async () => {
    const stack = await create();
    await expect(client.send(new DetectStackDriftCommand({ StackName: "nobody" }))).rejects.toThrow(
      "does not exist",
    );
    await expect(
      client.send(new DetectStackDriftCommand({ StackName: stack, LogicalResourceIds: ["Nothing"] })),
    ).rejects.toThrow("Resource Nothing does not exist");
    await expect(
      client.send(new DescribeStackResourceDriftsCommand({ StackName: stack, MaxResults: 101 })),
    ).rejects.toThrow("less than or equal to 100");
    await expect(
      client.send(new DescribeStackDriftDetectionStatusCommand({ StackDriftDetectionId: "none" })),
    ).rejects.toThrow("none");
    await expect(client.send(new DetectStackSetDriftCommand({ StackSetName: "s" }))).rejects.toThrow(
      "stack sets",
    );
    const elsewhere = clientFor(url, "us-east-1");
    await expect(elsewhere.send(new DetectStackDriftCommand({ StackName: stack }))).rejects.toThrow(
      "does not exist",
    );
  });

  it("of a value that is changed back is none, whatever was changed in between", async () => {
    const stack = await create();
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            path: fc.constantFrom("/DelaySeconds", "/VisibilityTimeout"),
            value: fc.integer({ min: 0, max: 40 }),
          }),
          { maxLength: 4 },
        ),
        async (changes) => {
          const now: Record<string, number> = { "/DelaySeconds": 1, "/VisibilityTimeout": 30 };
          for (const { path, value } of changes) {
            await tamper(stack, "Queue", { path, value });
            now[path] = value;
          }
          await detect(stack);
          const found = (await drifts(stack)).flatMap(({ PropertyDifferences }) => PropertyDifferences ?? []);
          const wanted = [["/DelaySeconds", 1] as const, ["/VisibilityTimeout", 30] as const]
            .filter(([path, declared]) => now[path] !== declared)
            .map(([path, declared]) => ({
              PropertyPath: path,
              ExpectedValue: `${declared}`,
              ActualValue: `${now[path]}`,
              DifferenceType: "NOT_EQUAL",
            }));
          expect(found).toEqual(wanted);
          for (const [path, value] of [
            ["/DelaySeconds", 1],
            ["/VisibilityTimeout", 30],
          ])
            await tamper(stack, "Queue", { path, value });
        },
      ),
      { numRuns: 30 },
    );
  });
});
