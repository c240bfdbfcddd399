/** A call of the sandbox's control API. */
export async function tellSandbox(url: string, path: string, body: object): Promise<void> {
  const answer = await fetch(`${url}/_sandbox/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: HTTP ${answer.status} ${await answer.text()}`);
}
