import { CreateStackCommand, UpdateStackCommand } from "@aws-sdk/client-cloudformation";
import { CloudWatchClient, DescribeAlarmsCommand, paginateDescribeAlarms } from "@aws-sdk/client-cloudwatch";
import { expect, it, describe as suite } from "vitest";
import { callControl, settled } from "../testing/client";
import { openSandbox } from "../testing/open-sandbox";

const { client, url } = await openSandbox();
const watch = new CloudWatchClient({
  endpoint: url,
  region: "ap-northeast-2",
  credentials: { accessKeyId: "AKIASANDBOX", secretAccessKey: "none" },
  maxAttempts: 1,
});

const templateOf = (names: string[], Threshold = 1) =>
  JSON.stringify({
    Resources: Object.fromEntries(
      names.map((AlarmName) => [
        AlarmName.replaceAll("-", ""),
        {
          Type: "AWS::CloudWatch::Alarm",
          Properties: {
            AlarmName,
            ComparisonOperator: "GreaterThanThreshold",
            EvaluationPeriods: 1,
            Namespace: "AWS/SQS",
            MetricName: "ApproximateAgeOfOldestMessage",
            Period: 60,
            Statistic: "Maximum",
            Threshold,
          },
        },
      ]),
    ),
  });
const create = async (StackName: string, names: string[]) => {
  await client.send(new CreateStackCommand({ StackName, TemplateBody: templateOf(names) }));
  await settled(client, StackName);
};
const set = (input: object) => callControl(url, "POST", "alarms", input);
const names = async (input: object) =>
  (await watch.send(new DescribeAlarmsCommand(input))).MetricAlarms?.map(({ AlarmName }) => AlarmName);

suite("DescribeAlarms", () => {
  it("tells what stacks made, by name, prefix, type and state, page by page", async () => {
    await create("watched", ["a-one", "a-two", "b-one"]);
    expect(await names({})).toEqual(["a-one", "a-two", "b-one"]);
    expect(await names({ AlarmNamePrefix: "a-" })).toEqual(["a-one", "a-two"]);
    expect(await names({ AlarmNames: ["b-one", "none"] })).toEqual(["b-one"]);
    expect(await names({ AlarmTypes: ["CompositeAlarm"] })).toEqual([]);
    expect((await set({ alarmName: "a-two", state: "ALARM", reason: "too old" })).status).toBe(200);
    expect(await names({ StateValue: "ALARM" })).toEqual(["a-two"]);
    const pages: (string | undefined)[] = [];
    for await (const page of paginateDescribeAlarms({ client: watch, pageSize: 2 }, {}))
      pages.push(page.MetricAlarms?.map(({ AlarmName }) => AlarmName).join());
    expect(pages).toEqual(["a-one,a-two", "b-one"]);
  });

  it("keeps what an alarm found when its stack changes, and refuses what it does not simulate", async () => {
    await create("kept", ["kept-one"]);
    await set({ alarmName: "kept-one", state: "INSUFFICIENT_DATA" });
    await client.send(
      new UpdateStackCommand({ StackName: "kept", TemplateBody: templateOf(["kept-one"], 2) }),
    );
    await settled(client, "kept");
    const { MetricAlarms } = await watch.send(new DescribeAlarmsCommand({ AlarmNames: ["kept-one"] }));
    expect(MetricAlarms).toMatchObject([{ StateValue: "INSUFFICIENT_DATA", Threshold: 2 }]);
    expect(MetricAlarms?.[0]?.AlarmArn).toContain(":cloudwatch:ap-northeast-2:");
    await expect(names({ ActionPrefix: "arn" })).rejects.toThrow("ActionPrefix");
    expect(await (await set({ alarmName: "nobody", state: "ALARM" })).json()).toMatchObject({
      field: "alarmName",
      error: expect.stringContaining("kept-one"),
    });
    expect(await (await set({ alarmName: "kept-one", state: "LOUD" })).json()).toMatchObject({
      field: "state",
    });
  });
});
