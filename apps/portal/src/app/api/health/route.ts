import { fromUnknown } from "@greenroom/errors";
import manifest from "../../../../package.json";
import { getDeps } from "../../../server/deps";
import { RETRY_AFTER_SECONDS } from "../../../server/needs-database";

export const dynamic = "force-dynamic";

/** 200 while the portal can do its work; 503 with Retry-After while its database is away. */
export async function GET(): Promise<Response> {
  const { config, db } = getDeps();
  try {
    await db.$queryRaw`SELECT 1`;
    return Response.json({ ok: true, version: manifest.version, mode: config.AWS_MODE });
  } catch (error) {
    const { code, message } = fromUnknown(error);
    return Response.json(
      { ok: false, version: manifest.version, mode: config.AWS_MODE, code, message },
      { status: 503, headers: { "retry-after": String(RETRY_AFTER_SECONDS) } },
    );
  }
}
