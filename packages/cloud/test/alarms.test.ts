import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { createCloudStacks } from "../src/cloudformation";
import { createAlarmReader } from "../src/cloudwatch";
import { apply } from "../testing/drive-stack";
import { startSandbox, type TestSandbox } from "../testing/start-sandbox";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.stop());
beforeEach(() => sandbox.control("POST", "reset"));

const place = {
  accountId: "111122223333",
  region: "ap-northeast-2",
  access: { roleArn: "arn:aws:iam::111122223333:role/greenroom-access", externalId: "known-to-both" },
};
const alarm = (AlarmName: string) => ({
  Type: "AWS::CloudWatch::Alarm",
  Properties: {
    AlarmName,
    ComparisonOperator: "GreaterThanThreshold",
    EvaluationPeriods: 1,
    Namespace: "AWS/SQS",
    MetricName: "ApproximateAgeOfOldestMessage",
    Period: 60,
    Statistic: "Maximum",
    Threshold: 1,
    AlarmActions: [{ Ref: "Topic" }],
  },
});
const templateOf = (names: string[]) =>
  JSON.stringify({
    Resources: {
      Topic: { Type: "AWS::SNS::Topic", Properties: { TopicName: "spring-critical" } },
      ...Object.fromEntries(names.map((name, index) => [`Alarm${index}`, alarm(name)])),
    },
  });

async function connect(names: string[]) {
  const options = { mode: "sandbox", endpoint: sandbox.url } as const;
  const stacks = createCloudStacks(options);
  await apply(stacks, { ...place, stackName: "greenroom-spring-alarms" }, "cs", templateOf(names));
  stacks.close();
  const reader = createAlarmReader(options);
  onTestFinished(() => reader.close());
  return reader;
}

describe("the reader of alarms", () => {
  it("tells state, reason and topic of the alarms that it is asked for", async () => {
    const reader = await connect(["spring-age", "spring-other"]);
    const arn = "arn:aws:sns:ap-northeast-2:111122223333:spring-critical";
    expect(await reader.findAlarms(place, ["spring-age", "nobody"])).toMatchObject([
      { name: "spring-age", state: "OK", actions: [arn] },
    ]);
    await sandbox.control("POST", "alarms", {
      alarmName: "spring-age",
      state: "ALARM",
      reason: "Threshold crossed",
    });
    const [ringing] = await reader.findAlarms(place, ["spring-age"]);
    expect(ringing).toMatchObject({ state: "ALARM", reason: "Threshold crossed" });
    expect(Math.abs(Date.now() - (ringing?.since.getTime() ?? 0))).toBeLessThan(60_000);
    expect(await reader.findAlarms({ ...place, region: "us-east-1" }, ["spring-age"])).toEqual([]);
  });

  it("asks for more than a hundred in several calls", async () => {
    const names = Array.from({ length: 130 }, (_, index) => `spring-${String(index).padStart(3, "0")}`);
    const reader = await connect(names);
    expect((await reader.findAlarms(place, names)).map(({ name }) => name)).toEqual(names);
  });

  it("says what AWS refused, and that it is away", async () => {
    const reader = await connect(["spring-age"]);
    await sandbox.control("POST", "throttle", { calls: 9, action: "DescribeAlarms" });
    const ask = () => reader.findAlarms(place, ["spring-age"]);
    await expect(ask()).rejects.toMatchObject({ code: "CLOUD_UNAVAILABLE" });
    await sandbox.control("DELETE", "throttle");
    await sandbox.control("POST", "denials", { action: "DescribeAlarms" });
    await expect(ask()).rejects.toMatchObject({
      code: "CLOUD_REFUSED",
      message: expect.stringContaining("cloudwatch:DescribeAlarms"),
    });
    const away = createAlarmReader({ mode: "sandbox", endpoint: "http://127.0.0.1:9" });
    await expect(away.findAlarms(place, ["spring-age"])).rejects.toMatchObject({ code: "CLOUD_UNAVAILABLE" });
    away.close();
  });
});
