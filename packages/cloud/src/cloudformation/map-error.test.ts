import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { isNotThere, isRepeat, mapError } from "./map-error";

const thrown = (name: string, message = "words of AWS", extra: object = {}) =>
  Object.assign(new Error(message), { name }, extra);

describe("mapError", () => {
  it.each([
    thrown("Throttling", "Rate exceeded"),
    thrown("ThrottlingException"),
    thrown("TooManyRequestsException"),
  ])("$name is to be tried later", (error) => {
    expect(mapError(error, "DescribeStacks")).toMatchObject({
      code: "CLOUD_UNAVAILABLE",
      isRetryable: true,
      says: { key: "cloud.throttled", values: { awsMessage: error.message } },
    });
  });

  it.each([
    thrown("Error", "connect ECONNREFUSED 127.0.0.1:1", { code: "ECONNREFUSED" }),
    thrown("AggregateError", "", { code: "ECONNREFUSED" }),
    thrown("TimeoutError"),
    thrown("InternalFailure"),
    thrown("Unknown", "oops", { $metadata: { httpStatusCode: 503 } }),
  ])("$name $code means AWS is away", (error) => {
    expect(mapError(error, "DescribeStacks")).toMatchObject({
      code: "CLOUD_UNAVAILABLE",
      says: { key: "cloud.away" },
    });
    expect(mapError(error, "DescribeStacks").message).toContain("DescribeStacks: ");
  });

  it.each([
    thrown("ValidationError", "Template format error: unresolved"),
    thrown("InsufficientCapabilitiesException"),
    thrown("AccessDenied"),
    thrown("ExpiredToken"),
    thrown("SomethingNew"),
  ])("$name is a refusal, in AWS's words", (error) => {
    const mapped = mapError(error, "CreateChangeSet");
    expect(mapped).toMatchObject({ code: "CLOUD_REFUSED", isRetryable: false });
    expect(mapped.message).toContain(error.message);
  });
});

it("keeps the exchange, whose headers hold a session token, out of what may be logged", () => {
  const error = thrown("AccessDenied", "no", {
    $response: { headers: { "x-amz-security-token": "s3cret" } },
  });
  const mapped = mapError(error, "DescribeStacks");
  expect(inspect(mapped, { depth: null })).not.toContain("s3cret");
  expect(inspect(mapped, { depth: null })).toContain("AccessDenied: no");
});

it("knows what is not there, and what was done before", () => {
  expect(isNotThere(thrown("ValidationError", "Stack with id x does not exist"))).toBe(true);
  expect(isNotThere(thrown("ValidationError", "Stack [x] does not exist"))).toBe(true);
  expect(isNotThere(thrown("ChangeSetNotFound", "ChangeSet [x] does not exist"))).toBe(true);
  expect(isNotThere(thrown("ValidationError", "Role arn does not exist"))).toBe(false);
  expect(isRepeat(thrown("AlreadyExistsException"))).toBe(true);
  expect(isRepeat(thrown("TokenAlreadyExistsException"))).toBe(true);
  expect(isRepeat(thrown("ValidationError"))).toBe(false);
});
