import type { NextConfig } from "next";
import { dropForgedAddresses } from "./lib/access/forwarded-for";
import { STRICT_TRANSPORT, securityHeaders } from "./lib/access/security-headers";

dropForgedAddresses();

const config: NextConfig = {
  poweredByHeader: false,
  // `npm test` checks the types by themselves; the build of a first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "@react-pdf/renderer", "bwip-js", "graphile-worker"],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: "2mb" } },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders(process.env.NODE_ENV === "development") },
    {
      source: "/:path*",
      has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
      headers: [STRICT_TRANSPORT],
    },
  ],
};

export default config;
