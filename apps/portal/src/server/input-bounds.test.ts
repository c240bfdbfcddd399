import { findUnbounded } from "@greenroom/trpc/testing";
import { expect, it } from "vitest";
import { createTestRouter } from "../../testing/test-router";

interface Procedure {
  _def: { inputs: unknown[] };
}
const procedures = Object.entries<unknown>(createTestRouter(null as never)._def.procedures) as [
  string,
  Procedure,
][];

it.each(procedures)("%s takes nothing without a bound", (path, { _def }) => {
  expect(_def.inputs.flatMap((schema) => findUnbounded(schema, path))).toEqual([]);
});
