import { findExport, importersOf } from "../engine/environment";
import { refusals } from "../errors";
import { requiredText } from "../protocol/query";
import { type Action, page } from "./call";

export const listExports: Action = (call) => {
  const exports = call.sandbox.store
    .stacksIn(call)
    .filter(({ status }) => status !== "DELETE_COMPLETE")
    .flatMap(({ stackId, outputs }) =>
      outputs.flatMap(({ ExportName, OutputValue }) =>
        ExportName ? [{ ExportingStackId: stackId, Name: ExportName, Value: OutputValue }] : [],
      ),
    );
  const { items, NextToken } = page(call, exports);
  return { Exports: items, NextToken };
};

export const listImports: Action = (call) => {
  const name = requiredText(call.query, "ExportName");
  if (!findExport(call.sandbox, call, name)) throw refusals.exportMissing(name);
  const users = importersOf(call.sandbox, call, name);
  if (users.length === 0) throw refusals.exportNotImported(name);
  const { items, NextToken } = page(call, users);
  return { Imports: items, NextToken };
};
