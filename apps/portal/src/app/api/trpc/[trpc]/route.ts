import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { getAppRouter } from "../../../../server/app-router";
import { createContext } from "../../../../server/context";
import { RETRY_AFTER_SECONDS } from "../../../../server/needs-database";

export const dynamic = "force-dynamic";

async function handle(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: getAppRouter(),
    createContext,
    allowMethodOverride: true,
    responseMeta: ({ errors }) =>
      errors.some((error) => error.code === "SERVICE_UNAVAILABLE")
        ? { status: 503, headers: { "retry-after": String(RETRY_AFTER_SECONDS) } }
        : {},
  });
}

export { handle as GET, handle as POST };
