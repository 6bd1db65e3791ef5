import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  serverExternalPackages: ["@node-rs/argon2", "pg", "pino", "@react-pdf/renderer", "bwip-js", "graphile-worker"],
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: "2mb" } },
};

export default config;
