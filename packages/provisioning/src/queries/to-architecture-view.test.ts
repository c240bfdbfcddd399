import type { StackDescription } from "@greenroom/infra-templates/catalog";
import { estimateTemplates } from "@greenroom/pricing";
import { expect, it } from "vitest";
import { toArchitectureView } from "./to-architecture-view";

const region = "ap-northeast-2";
const source = (key: string) => ({
  key,
  stackName: `demo-${key}`,
  region,
  dependsOn: [],
  template: { Resources: { Thing: { Type: "AWS::SQS::Queue" } } },
});

it("shows stacks in the blueprint's order, wherever they are read from, and those it no longer has after them", () => {
  const described = ["network", "data", "events"].map(
    (key) => ({ key, title: { en: key, ko: key } }) as StackDescription,
  );
  const orderOf = (...keys: string[]) =>
    toArchitectureView({
      homeRegion: region,
      described,
      sources: keys.map(source),
      estimate: estimateTemplates({ stacks: [], now: new Date(0) }),
    }).stacks.map(({ key }) => key);
  expect(orderOf("data", "gone", "events", "network")).toEqual(["network", "data", "events", "gone"]);
  expect(orderOf("network", "events")).toEqual(["network", "events"]);
});
