import { expect, it } from "vitest";
import type { SynthesizedStack, SynthesizeInput, Synthesizer } from "../contract";
import { withParameters } from "./with-parameters";

const stack = (key: string, template: object): SynthesizedStack => ({
  key,
  stackName: key,
  region: "us-east-1",
  template: JSON.stringify(template),
  templateHash: "hash",
  dependsOn: [],
});
const boundary = { Type: "String", Default: "" };
const inner: Synthesizer = {
  synthesize: async () => [
    stack("roles", { Parameters: { PermissionsBoundary: boundary, Other: boundary } }),
    stack("plain", { Resources: {} }),
  ],
  close: async () => {},
};
const input = { context: { accountId: "111122223333" } } as SynthesizeInput;

it("fills in the parameters that a template declares, and hashes what is sent", async () => {
  const arn = "arn:aws:iam::{accountId}:policy/boundary";
  const [roles, plain] = await withParameters(inner, { PermissionsBoundary: arn }).synthesize(input);
  expect(JSON.parse(roles?.template ?? "")).toEqual({
    Parameters: {
      PermissionsBoundary: { Type: "String", Default: "arn:aws:iam::111122223333:policy/boundary" },
      Other: boundary,
    },
  });
  expect(roles?.templateHash).toMatch(/^[0-9a-f]{64}$/);
  expect(plain).toEqual(stack("plain", { Resources: {} }));
});

it("changes nothing without values", async () => {
  expect(await withParameters(inner, {}).synthesize(input)).toEqual(await inner.synthesize(input));
});
