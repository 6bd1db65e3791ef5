import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findDrift } from "./check";
import { differences } from "./drift/compare";
import { declaredShape } from "./drift/declared";
import { liveShape } from "./drift/live";
import type { Shape } from "./drift/shape";
import { connect } from "./owner";
import { useDatabase } from "./testing";

const { ownerPool, ownerUrl } = useDatabase();
let schema: string;
let declared: Shape;

async function drift(): Promise<string[]> {
  const client = await connect(ownerUrl);
  const live = await liveShape(client);
  await client.end();
  return differences(declared, live);
}

beforeAll(async () => {
  declared = await declaredShape();
  schema = mkdtempSync(path.join(tmpdir(), "casepan-schema-"));
  cpSync("prisma/schema", schema, { recursive: true });
});
afterAll(() => rmSync(schema, { recursive: true, force: true }));

test("the schema files and the migrations agree", async () => {
  expect(await drift()).toEqual([]);
});

test("whatever only the database has, or has otherwise, is told", async () => {
  await ownerPool.query(`
    create table stray (id uuid primary key);
    alter table worker_heartbeats add column mood text not null default 'fine', alter column seen_at drop not null;
    alter table rate_limits alter column points type bigint, alter column points set default 0;
    alter table rate_limits add unique (expire);
    alter table outbox add foreign key (lab_id) references labs (id) on delete cascade;
    alter table price_list_items alter column material type text;
    drop table email_verification_tokens cascade;
    alter table suppliers drop constraint suppliers_pkey cascade;
  `);
  expect(await drift()).toEqual(
    expect.arrayContaining([
      "stray: the schema files know no such table",
      "worker_heartbeats.mood: the schema files know no such column",
      "worker_heartbeats.seen_at: null is refused in the schema files, allowed in the database",
      "rate_limits.points: type is integer in the schema files, bigint in the database",
      "rate_limits.points: default is none in the schema files, some in the database",
      "rate_limits: the schema files do not say that (expire) is unique",
      "outbox: the schema files lack the foreign key lab_id → labs (id) on delete cascade",
      "price_list_items.material: type is material in the schema files, text in the database",
      "email_verification_tokens: the database has no such table",
      "suppliers: the primary key is (id) in the schema files, () in the database",
    ]),
  );
});

test("whatever only the schema files say is told", async () => {
  const file = path.join(schema, "operations.prisma");
  const text = readFileSync(file, "utf8").replace(
    /model RateLimit \{/,
    `model Extra {
  id   Int    @id
  name String @unique
  @@map("extras")
}

model RateLimit {
  hits Int?
  @@unique([points, expire])`,
  );
  writeFileSync(
    file,
    text.replace(
      '@@index([labId, createdAt])\n  @@map("mail_messages")',
      '@@index([status])\n  @@map("mail_messages")',
    ),
  );
  expect(await findDrift(ownerUrl, schema)).toEqual(
    expect.arrayContaining([
      "extras: the database has no such table",
      "rate_limits.hits: the database has no such column",
      "rate_limits: the database lets (points, expire) repeat",
      "mail_messages: the database has no index on (status)",
    ]),
  );
});
