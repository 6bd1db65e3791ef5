import type { NextConfig } from "next";
import { dropForgedAddresses } from "./lib/access/forwarded-for";
import { STRICT_TRANSPORT, securityHeaders } from "./lib/access/security-headers";

dropForgedAddresses();

/** Where files are served. */
const OF_FILES =
  "api/files/|api/exports/|api/attachments/|api/stop-photos/|api/inventory/certificates/|api/machine-files/|applications/[^/]+/documents/|people/certificates/";

const config: NextConfig = {
  poweredByHeader: false,
  // While developing it would print what every action was given, passwords among it.
  logging: { serverFunctions: false },
  // `npm test` checks the types by themselves; the build of a first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "@react-pdf/renderer", "bwip-js", "graphile-worker"],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: "2mb" } },
  headers: async () => [
    // These win over what a route says itself, and a file must say its own policy (lib/files/serve.ts).
    { source: `/((?!${OF_FILES}).*)`, headers: securityHeaders(process.env.NODE_ENV === "development") },
    {
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: [STRICT_TRANSPORT],
    },
  ],
};

export default config;
