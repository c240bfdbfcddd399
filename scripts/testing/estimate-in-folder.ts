import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach } from "vitest";
import { type EstimateCommand, readCommand } from "../estimate/options";
import { runEstimate } from "../estimate/run-estimate";

const NOW = new Date("2026-11-23T00:00:00Z");

/** A NAT gateway in Seoul with its address, and a type that nobody knows. */
export const NAT = {
  Parameters: { Type: { Type: "String", Default: "public" } },
  Resources: {
    Address: { Type: "AWS::EC2::EIP", Properties: { Domain: "vpc" } },
    Nat: { Type: "AWS::EC2::NatGateway", Properties: { ConnectivityType: { Ref: "Type" } } },
    Odd: { Type: "AWS::Nobody::Knows" },
  },
};

/** A folder of its own for each test of the file: `write` puts a file there, `run` is the command line. */
export function estimateInFolder() {
  const folder = { path: "" };
  beforeEach(() => {
    folder.path = mkdtempSync(path.join(tmpdir(), "greenroom-estimate-"));
  });
  afterEach(() => rmSync(folder.path, { recursive: true, force: true }));
  return {
    folder,
    write(name: string, content: unknown): string {
      const file = path.join(folder.path, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
      return file;
    },
    run: (...args: string[]) => runEstimate(readCommand(args) as EstimateCommand, NOW),
  };
}
