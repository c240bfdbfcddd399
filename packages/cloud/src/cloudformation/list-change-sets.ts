import { ListChangeSetsCommand } from "@aws-sdk/client-cloudformation";
import type { StackTarget } from "../contract";
import type { Connection } from "./connection";
import { isNotThere, mapError } from "./map-error";

/** Names of all change sets of a stack, executed ones too as long as CloudFormation keeps them. */
export async function listChangeSets(
  connection: Connection,
  target: StackTarget,
  StackName: string,
): Promise<string[]> {
  const names: string[] = [];
  let NextToken: string | undefined;
  try {
    do {
      const client = await connection.describer(target);
      const page = await client.send(new ListChangeSetsCommand({ StackName, NextToken }));
      names.push(...(page.Summaries ?? []).flatMap(({ ChangeSetName }) => ChangeSetName ?? []));
      NextToken = page.NextToken;
    } while (NextToken);
    return names;
  } catch (error) {
    if (isNotThere(error)) return [];
    throw mapError(error, "ListChangeSets");
  }
}
