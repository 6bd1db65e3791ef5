import { type AddressInfo, createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { migrationNames } from "./migration-names";
import { probeDatabase } from "./probe";
import { useDatabase } from "./testing";

const { ownerPool, appUrl } = useDatabase();
let silent: Server | undefined;

afterEach(() => silent?.close());

test("the web app's role, which reads no table, learns of migrations and of the last sign of life", async () => {
  const applied = migrationNames().length;
  expect(await probeDatabase(appUrl)).toEqual({
    migrations: { applied, pending: 0 },
    jobs: { alive: false, lastSeen: null },
    lastBackup: null,
  });

  await ownerPool.query("insert into worker_heartbeats values ('old', now() - interval '1 minute')");
  expect((await probeDatabase(appUrl)).jobs.alive).toBe(false);
  await ownerPool.query("insert into worker_heartbeats values ('new', now())");
  const { jobs } = await probeDatabase(appUrl);
  expect(jobs.alive).toBe(true);
  expect(Date.parse(jobs.lastSeen ?? "")).not.toBeNaN();
});

test("a migration that the database has not had is pending", async () => {
  await ownerPool.query("delete from _prisma_migrations where migration_name = $1", [migrationNames().at(-1)]);
  expect((await probeDatabase(appUrl)).migrations.pending).toBe(1);
});

test("a database that takes the connection and says nothing is away within two seconds", async () => {
  silent = createServer(() => {}).listen(0, "127.0.0.1");
  await new Promise((resolve) => silent?.once("listening", resolve));
  const { port } = silent.address() as AddressInfo;
  const began = performance.now();
  await expect(probeDatabase(`postgresql://casepan_app:x@127.0.0.1:${port}/casepan`)).rejects.toThrow();
  expect(performance.now() - began).toBeLessThan(2000);
});
