/** Speaks to the portal over HTTP as a seeded person, to set up what a journey begins with. */
export class PortalApi {
  private constructor(
    readonly url: string,
    readonly cookie: string,
  ) {}

  /**
   * Signs in as a demo person (`rina`, `marco`, …) the way the sign-in page does.
   * @param before the cookie of a browser that is signed in already
   */
  static async signIn(url: string, subject: string, before?: string): Promise<PortalApi> {
    const csrf = await fetch(`${url}/api/auth/csrf`);
    const { csrfToken } = (await csrf.json()) as { csrfToken: string };
    const jar = [before, cookiesOf(csrf)].filter(Boolean).join("; ");
    const answer = await fetch(`${url}/api/auth/callback/demo`, {
      method: "POST",
      redirect: "manual",
      headers: { cookie: jar, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ csrfToken, subject, callbackUrl: url, json: "true" }),
    });
    const session = cookiesOf(answer);
    if (!session.includes("session-token"))
      throw new Error(`${subject} could not sign in: HTTP ${answer.status}`);
    return new PortalApi(url, session);
  }

  /** One tRPC query; the answer is what the procedure gave, dates as ISO text. */
  async query<Output>(path: string, input?: unknown): Promise<Output> {
    const search = input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`;
    return this.read(
      path,
      await fetch(`${this.url}/api/trpc/${path}${search}`, { headers: { cookie: this.cookie } }),
    );
  }

  /** One tRPC mutation. */
  async mutate<Output>(path: string, input: unknown): Promise<Output> {
    const answer = await fetch(`${this.url}/api/trpc/${path}`, {
      method: "POST",
      headers: { cookie: this.cookie, "content-type": "application/json", origin: this.url },
      body: JSON.stringify(input),
    });
    return this.read(path, answer);
  }

  private async read<Output>(path: string, answer: Response): Promise<Output> {
    const body = (await answer.json()) as {
      result?: { data: { json: Output } };
      error?: { json: { message: string } };
    };
    if (body.result) return body.result.data.json;
    throw new Error(`${path}: HTTP ${answer.status}: ${body.error?.json.message ?? JSON.stringify(body)}`);
  }
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}
