import path from "node:path";
import { defineConfig } from "vitest/config";

const everywhere = {
  resolve: { alias: { "@": path.resolve(import.meta.dirname) } },
};

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        ...everywhere,
        test: {
          name: "unit",
          include: ["{app,components,lib,prisma}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "node_modules/**"],
        },
      },
      {
        ...everywhere,
        test: {
          name: "database",
          include: ["{app,components,lib,prisma}/**/*.db.test.ts"],
          globalSetup: "lib/setup/testing/template-database.ts",
          hookTimeout: 30_000,
          testTimeout: 20_000,
        },
      },
    ],
  },
});
