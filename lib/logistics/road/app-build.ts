import { readFile } from "node:fs/promises";

let known: Promise<string> | undefined;

/** The name of the build of the web app that answers; "dev" where it is not built. A phone that has an older one offers to reload. */
export function appBuild(): Promise<string> {
  if (process.env.NODE_ENV === "development") return Promise.resolve("dev");
  known ??= readFile(".next/BUILD_ID", "utf8").then(
    (text) => text.trim(),
    () => "dev",
  );
  return known;
}
