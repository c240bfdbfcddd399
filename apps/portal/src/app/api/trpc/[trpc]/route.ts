import { createCallHandler } from "@greenroom/trpc";
import { getAppRouter } from "../../../../server/app-router";
import { createContext } from "../../../../server/context";
import { RETRY_AFTER_SECONDS } from "../../../../server/needs-database";

export const dynamic = "force-dynamic";

const answerCalls = createCallHandler({
  endpoint: "/api/trpc",
  router: getAppRouter,
  createContext,
  idOf: ({ userId }) => userId,
  retryAfterSeconds: RETRY_AFTER_SECONDS,
});

export { answerCalls as GET, answerCalls as POST };
