import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authRouteOptions } from "../../../../server/auth";
import { isAuthInput } from "../../../../server/is-auth-input";
import { noticePage } from "../../../../server/notice-page";

export const dynamic = "force-dynamic";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

async function handle(request: NextRequest, context: RouteContext): Promise<Response> {
  const { nextauth } = await context.params;
  if (await isAuthInput(nextauth, request))
    return NextAuth(request, context, await authRouteOptions()) as Promise<Response>;
  const { html, headers } = noticePage("address");
  return new Response(html, { status: 400, headers });
}

export { handle as GET, handle as POST };
