import {
  CloudFormationClient,
  CreateChangeSetCommand,
  type CreateChangeSetCommandInput,
  DescribeChangeSetCommand,
  type DescribeChangeSetCommandOutput,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  ExecuteChangeSetCommand,
  type Stack,
  type StackEvent,
} from "@aws-sdk/client-cloudformation";

/** The real SDK, pointed at the sandbox. */
export function clientFor(
  url: string,
  region = "ap-northeast-2",
  accessKeyId = "AKIASANDBOX",
): CloudFormationClient {
  return new CloudFormationClient({
    endpoint: url,
    region,
    credentials: { accessKeyId, secretAccessKey: "none" },
    maxAttempts: 1,
  });
}

/** Calls the sandbox's own control API. A text is sent as it is. */
export const callControl = (url: string, method: string, path: string, input?: unknown): Promise<Response> =>
  fetch(`${url}/_sandbox/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    ...(input !== undefined && { body: typeof input === "string" ? input : JSON.stringify(input) }),
  });

/** Asks until the answer is as wanted. No pause: the sandbox of these tests does things at once. */
export async function until<T>(
  ask: () => Promise<T>,
  isDone: (answer: T) => boolean,
  timeoutMs = 170_000,
): Promise<T> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (isDone(answer)) return answer;
    if (Date.now() > end) throw new Error(`Still waiting; the last answer was ${JSON.stringify(answer)}`);
  }
}

export async function describe(client: CloudFormationClient, StackName: string): Promise<Stack> {
  const { Stacks } = await client.send(new DescribeStacksCommand({ StackName }));
  return Stacks?.[0] as Stack;
}

/** Waits until no operation is under way. */
export function settled(client: CloudFormationClient, stackId: string): Promise<Stack> {
  return until(
    () => describe(client, stackId),
    ({ StackStatus }) => !StackStatus?.endsWith("_IN_PROGRESS"),
  );
}

/** Makes a change set and waits for its comparison with the stack. */
export async function prepared(
  client: CloudFormationClient,
  input: CreateChangeSetCommandInput,
): Promise<DescribeChangeSetCommandOutput> {
  const { Id } = await client.send(new CreateChangeSetCommand(input));
  return until(
    () => client.send(new DescribeChangeSetCommand({ ChangeSetName: Id })),
    ({ Status }) => Status === "CREATE_COMPLETE" || Status === "FAILED",
  );
}

/** Makes and executes a change set; returns the stack at rest. */
export async function deployed(
  client: CloudFormationClient,
  input: CreateChangeSetCommandInput,
): Promise<Stack> {
  const { ChangeSetId, StackId, Status, StatusReason } = await prepared(client, input);
  if (Status === "FAILED") throw new Error(StatusReason);
  await client.send(new ExecuteChangeSetCommand({ ChangeSetName: ChangeSetId }));
  return settled(client, StackId as string);
}

/** Every event of the stack, newest first. */
export async function allEvents(client: CloudFormationClient, StackName: string): Promise<StackEvent[]> {
  const events: StackEvent[] = [];
  let NextToken: string | undefined;
  do {
    const page = await client.send(new DescribeStackEventsCommand({ StackName, NextToken }));
    events.push(...(page.StackEvents ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  return events;
}
