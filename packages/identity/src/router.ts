import type { Database } from "@greenroom/prisma";
import { z } from "zod";
import { router, signedInProcedure } from "./procedures";
import { getMe } from "./queries/get-me";
import { listTeams } from "./queries/list-teams";
import { meViewSchema, teamViewSchema } from "./schema";

export function createIdentityRouter(deps: { db: Database }) {
  return router({
    me: signedInProcedure.output(meViewSchema).query(({ ctx }) => getMe(deps, ctx.actor)),
    teams: signedInProcedure.output(z.array(teamViewSchema)).query(({ ctx }) => listTeams(deps, ctx.actor)),
  });
}
