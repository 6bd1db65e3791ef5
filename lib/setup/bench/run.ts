import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { startEmbedded } from "@/lib/db/embedded";
import { ensureBuild } from "../build-app";
import { copiedDatabase } from "./copied-database";
import type { Figure } from "./figure";
import { firstLoadFigures } from "./first-load";
import { listFigures } from "./lists";
import { millionFigures } from "./million";
import { monthEndFigures } from "./month-end";
import { reportFigures } from "./report-figures";
import { routeFigures } from "./routes";
import { searchFigures } from "./searching";
import { seededDatabase } from "./seeded-database";
import { stageFigures } from "./stages";
import { uploadFigures } from "./upload";

/**
 * `npm run bench`: a database server of its own with 10,000, 100,000 and 1,000,000 cases, one JSON line a figure. Each is a
 * ratio of two things measured in turn in this run, so that the machine's speed falls out. Exits 1 when a figure misses its target.
 */
const secret = "a server that lives as long as this benchmark";
const directory = mkdtempSync(path.join(tmpdir(), "casepan-bench-"));
const server = await startEmbedded(directory, secret);
const figures: Figure[] = [];
const say = (found: Figure[]) => {
  for (const one of found) console.log(JSON.stringify(one));
  figures.push(...found);
};

const at = (url: string, database: string, user?: string) => {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  if (user) [changed.username, changed.password] = [user, "bench"];
  return changed.href;
};

try {
  const { ownerUrl, superuserUrl } = server;
  say(await routeFigures());
  const make = (name: string, cases: number) =>
    seededDatabase(superuserUrl, at(ownerUrl, name), at(ownerUrl, name, "casepan_app"), cases);
  console.error("Seeding 10,000 and 100,000 cases …");
  const small = await make("bench_10k", 10_000);
  const large = await make("bench_100k", 100_000);
  say(await listFigures(small, large, at(superuserUrl, "bench_100k")));
  say(await searchFigures(large));
  say(await stageFigures(large));
  say(await monthEndFigures(small));
  console.error("Copying in 10,000 and 1,000,000 cases …");
  const copy = (name: string, cases: number) =>
    copiedDatabase(superuserUrl, at(ownerUrl, name), at(ownerUrl, name, "casepan_app"), cases);
  const thousands = await copy("bench_copied_10k", 10_000);
  const million = await copy("bench_copied_1m", 1_000_000);
  say(await millionFigures(thousands, million));
  say(await reportFigures(million));
  await ensureBuild();
  say(firstLoadFigures());
  say(await uploadFigures(small));
} finally {
  await server.stop();
  rmSync(directory, { recursive: true, force: true });
}
process.exit(figures.every((one) => one.ok) ? 0 : 1);
