import path from "node:path";
import { defineConfig } from "vitest/config";

const resolve = { alias: { "@": path.resolve(import.meta.dirname) } };
/** Generous: a limit is for tests that hang, and these share two cores with a build. */
const limits = { testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          ...limits,
          name: "unit",
          include: ["{app,components,lib,prisma}/**/*.test.{ts,tsx}"],
          exclude: ["**/*.db.test.ts", "node_modules/**"],
        },
      },
      {
        resolve,
        test: {
          ...limits,
          name: "database",
          include: ["{app,components,lib,prisma}/**/*.db.test.ts"],
          globalSetup: "lib/setup/testing/template-database.ts",
        },
      },
    ],
  },
});
