import { describe, expect, it } from "vitest";
import { countedKind, countKinds, kindName } from "./resource-kinds";

describe("kinds of resources in plain words", () => {
  it("have a singular, a plural and a Korean name", () => {
    expect(countedKind("AWS::DynamoDB::Table", 6, "en")).toBe("6 DynamoDB tables");
    expect(countedKind("AWS::EC2::VPC", 1, "en")).toBe("1 VPC");
    expect(countedKind("AWS::DynamoDB::Table", 6, "ko")).toBe("DynamoDB 테이블 6개");
    expect(kindName("AWS::EC2::Subnet", "en")).toBe("Subnet");
  });

  it("are made from the type where nobody gave them a name", () => {
    expect(kindName("AWS::Foo::BarBaz", "en")).toBe("Bar baz (Foo)");
    expect(countedKind("AWS::Foo::BarBaz", 2, "en")).toBe("2 × Bar baz (Foo)");
    expect(kindName("AWS::Foo::VPCLink", "ko")).toBe("VPC link (Foo)");
    expect(kindName("Alexa", "en")).toBe("Alexa");
  });

  it("count what a stack is about before what only joins its parts", () => {
    const group = (type: string, count: number) => ({ type, members: Array.from({ length: count }, String) });
    expect(
      countKinds([group("AWS::IAM::Role", 9), group("AWS::SQS::Queue", 1), group("AWS::SQS::Queue", 2)]),
    ).toEqual([
      { type: "AWS::SQS::Queue", count: 3 },
      { type: "AWS::IAM::Role", count: 9 },
    ]);
  });
});
