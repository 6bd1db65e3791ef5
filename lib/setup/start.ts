import { Obstacle, sentenceOf } from "../db/obstacle";
import { isPortFree } from "../db/postgres/free-port";
import { ensureBuild } from "./build-app";
import { ensureClient } from "./client-code";
import { demoAccounts } from "./demo-accounts";
import { type Environment, readEnvironment } from "./environment";
import { firstRunLines } from "./first-run";
import { whenNpmIsGone } from "./npm-parent";
import { openDatabase } from "./open-database";
import { prepareDatabase } from "./prepare-database";
import { serveJobs, serveWeb, untilAnswering } from "./serve";
import { shutdown, stopOnSignals } from "./shutdown";

const interrupted = 130;
let isReady = false;

/** Everything from the installed dependencies to an app that serves; every step is skipped when it is done already. */
async function start(development: boolean): Promise<void> {
  const environment = readEnvironment();
  await ensureClient();
  const database = await openDatabase(environment);
  await refuseTakenPort(environment);
  await prepareDatabase(environment, database);
  if (!development) await ensureBuild();
  serveWeb(environment, database.ownerUrl, development);
  await untilAnswering(environment.host, environment.port);
  if (shutdown.hasBegun) return;
  serveJobs(environment, database.ownerUrl, development); // after it: the first page has the processors to itself
  isReady = true;
  const told = await firstRunLines(database.ownerUrl, environment.address);
  if (told.length === 0) told.push(...(await demoAccounts(database.ownerUrl)));
  console.log(["", `Casepan is ready: ${environment.address}`, "", ...told, "", "Ctrl-C stops it."].join("\n"));
}

async function refuseTakenPort({ host, port }: Environment): Promise<void> {
  if (await isPortFree(port, host)) return;
  throw new Obstacle(`Port ${port} of ${host} is taken by another program: stop it, or set PORT to another number.`);
}

const ending = () => (isReady ? 0 : interrupted);
stopOnSignals(ending);
whenNpmIsGone(() => void shutdown.exit(ending()));
try {
  await start(process.argv.includes("--dev"));
} catch (error) {
  if (!shutdown.hasBegun) console.error(sentenceOf(error));
  await shutdown.exit(1);
}
