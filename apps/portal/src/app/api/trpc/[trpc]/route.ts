import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { getAppRouter } from "../../../../server/app-router";
import { createContext } from "../../../../server/context";
import { getDeps } from "../../../../server/deps";
import { isSameOrigin } from "../../../../server/is-same-origin";

export const dynamic = "force-dynamic";

async function handle(request: Request): Promise<Response> {
  if (request.method === "POST" && !isSameOrigin(request, getDeps().config.NEXTAUTH_URL)) {
    return Response.json(
      { message: "This request came from another site. Open Greenroom itself and try again." },
      { status: 403 },
    );
  }
  return fetchRequestHandler({
    endpoint: "/api/trpc",
    req: request,
    router: getAppRouter(),
    createContext,
    responseMeta: ({ errors }) =>
      errors.some((error) => error.code === "SERVICE_UNAVAILABLE") ? { headers: { "retry-after": "5" } } : {},
  });
}

export { handle as GET, handle as POST };
