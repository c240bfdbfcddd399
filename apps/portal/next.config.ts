import path from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const repositoryRoot = path.join(import.meta.dirname, "../..");

const nextConfig: NextConfig = {
  // Only images carry the standalone server; `next start` serves everything else.
  output: process.env.STANDALONE === "1" ? "standalone" : undefined,
  outputFileTracingRoot: repositoryRoot,
  turbopack: { root: repositoryRoot },
  // The checks look at the types of everything in one pass; a build would take half as long again to look at
  // its own.
  typescript: { ignoreBuildErrors: true },
  poweredByHeader: false,
  // What is kept of a body for the proxy, whoever sends it: a little more than calls may have, so that too
  // much is seen as such.
  experimental: { proxyClientMaxBodySize: "300kb" },
  // Browsers and bots ask for it by this name, whatever a page says.
  rewrites: async () => [{ source: "/favicon.ico", destination: "/icon.svg" }],
  reactStrictMode: true,
  transpilePackages: [
    "@greenroom/accounts",
    "@greenroom/audit",
    "@greenroom/config",
    "@greenroom/costs",
    "@greenroom/drift",
    "@greenroom/environments",
    "@greenroom/errors",
    "@greenroom/health",
    "@greenroom/identity",
    "@greenroom/infra-templates",
    "@greenroom/logger",
    "@greenroom/pricing",
    "@greenroom/messages",
    "@greenroom/prisma",
    "@greenroom/provisioning",
    "@greenroom/queue",
    "@greenroom/requests",
    "@greenroom/trpc",
    "@greenroom/ui",
    "geist",
  ],
  serverExternalPackages: ["pino", "bullmq", "ioredis", "pg", "@prisma/client", "@prisma/adapter-pg"],
};

export default createNextIntlPlugin("./src/i18n/request.ts")(nextConfig);
