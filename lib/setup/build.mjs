import { ensureDependencies, root } from "./dependencies.mjs";

process.chdir(root);
ensureDependencies();
const { register } = await import("tsx/esm/api");
register();
await import("./build.ts");
