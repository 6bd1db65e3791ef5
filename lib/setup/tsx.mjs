import path from "node:path";
import { pathToFileURL } from "node:url";
import { ensureDependencies, root } from "./dependencies.mjs";

const [file, ...args] = process.argv.slice(2);
if (!file) {
  console.error("Usage: node lib/setup/tsx.mjs <file.ts> [arguments]");
  process.exit(1);
}

process.chdir(root);
ensureDependencies();
const { register } = await import("tsx/esm/api");
register();
const { ensureClient } = await import("./client-code.ts");
await ensureClient();
process.argv = [process.execPath, path.resolve(file), ...args];
await import(pathToFileURL(path.resolve(file)).href);
