import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { authRouteOptions } from "../../../../server/auth";

export const dynamic = "force-dynamic";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

async function handle(request: NextRequest, context: RouteContext): Promise<Response> {
  return NextAuth(request, context, await authRouteOptions()) as Promise<Response>;
}

export { handle as GET, handle as POST };
