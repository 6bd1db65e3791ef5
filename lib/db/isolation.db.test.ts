import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { USER_ROLES } from "@/lib/access/roles";
import { asActor } from "@/lib/db/as-actor";
import { rawSql, sql } from "@/lib/db/sql";
import { type TestDatabase, useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { fillEveryTable } from "@/lib/testing/fill";

const database: TestDatabase = useDatabase();
const APP_ROLES = ["casepan_app", "casepan_auth", "casepan_lab", "casepan_portal", "casepan_driver"];

let owner: PoolClient;
let own: BuiltLab;
let other: BuiltLab;
let tables: string[];
let untenanted: string[];

beforeAll(async () => {
  owner = await database.ownerPool.connect();
  own = await buildLab(owner);
  other = await buildLab(owner);
  for (const lab of [own, other]) {
    await buildCase(owner, lab);
    await fillEveryTable(owner, lab.id);
  }
  const found = await owner.query<{ name: string; tenant: boolean }>(`
    SELECT c.relname AS name, EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'lab_id' AND a.attnotnull) AS tenant
    FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'`);
  tables = found.rows.filter((t) => t.tenant).map((t) => t.name);
  untenanted = found.rows.filter((t) => !t.tenant).map((t) => t.name);
});
afterAll(() => owner.release());

/** Answers how many rows a statement reached, or the refusal's SQLSTATE. */
async function reach(actor: Actor, statement: string): Promise<number | string> {
  return asActor(actor, (tx) => tx.execute(sql`${rawSql(statement)}`)).catch((error: { code: string }) => error.code);
}

const DENIED = "42501";

describe("the catalogue", () => {
  it("has row-level security enabled and forced on every table", async () => {
    const open = await owner.query(`
      SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
      AND relname <> '_prisma_migrations' AND NOT (relrowsecurity AND relforcerowsecurity)`);
    expect(open.rows).toEqual([]);
  });

  it("has a policy of the lab's people, the audit trigger and a lab key on every tenant table", async () => {
    const bare = await owner.query(
      `
      SELECT c.relname FROM pg_class c WHERE c.relname = ANY($1) AND c.relname NOT LIKE 'audit_%' AND NOT (
        EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND 'casepan_lab'::regrole = ANY (p.polroles))
        AND EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = 'audit')
        AND EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.confrelid = 'labs'::regclass))`,
      [tables],
    );
    expect(bare.rows).toEqual([]);
  });

  it("lets no policy of an audience read another lab: each names app_lab_id(), the actor, or is of sign-in", async () => {
    const loose = await owner.query(
      `
      SELECT tablename, policyname FROM pg_policies WHERE schemaname = 'public' AND NOT (roles && '{casepan_auth}')
      AND policyname <> 'owner_all' AND tablename = ANY($1) AND coalesce(qual, with_check) NOT LIKE '%app_lab_id()%'`,
      [tables],
    );
    expect(loose.rows).toEqual([]);
  });

  it("gives the app no ownership, no DELETE on tenant rows, and no materialized view", async () => {
    const owned = await owner.query("SELECT relname FROM pg_class WHERE pg_get_userbyid(relowner) = ANY($1)", [
      APP_ROLES,
    ]);
    const deletable = await owner.query(
      `SELECT r.role, c.relname FROM unnest($1::text[]) r(role), pg_class c WHERE c.relname = ANY($2) AND has_table_privilege(r.role, c.oid, 'DELETE, TRUNCATE')`,
      [APP_ROLES, tables],
    );
    const views = await owner.query(
      `SELECT r.role, c.relname FROM unnest($1::text[]) r(role), pg_class c WHERE c.relkind IN ('m', 'v') AND c.relnamespace = 'public'::regnamespace
       AND c.relname NOT LIKE 'pg_stat%' AND has_table_privilege(r.role, c.oid, 'SELECT')`,
      [APP_ROLES],
    );
    const bypass = await owner.query(
      "SELECT rolname FROM pg_roles WHERE rolname = ANY($1) AND (rolsuper OR rolbypassrls)",
      [APP_ROLES],
    );
    expect([owned.rows, deletable.rows, views.rows, bypass.rows]).toEqual([[], [], [], []]);
  });
});

describe("rows of another lab", () => {
  it("exist in every tenant table, so that the tests below could find one", async () => {
    for (const table of tables.filter((t) => !t.startsWith("audit_log_"))) {
      const count = await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE lab_id = $1`, [
        other.id,
      ]);
      expect(count.rows[0]?.n, table).toBeGreaterThan(0);
    }
  });

  describe.each(USER_ROLES)("as %s", (role) => {
    it("are never read", async () => {
      for (const table of tables)
        expect([0, DENIED], table).toContain(
          await reach(own.actors[role], `SELECT FROM ${table} WHERE lab_id = '${other.id}'`),
        );
    });

    it("are never changed or deleted", async () => {
      for (const table of tables) {
        expect([0, DENIED], table).toContain(
          await reach(own.actors[role], `UPDATE ${table} SET lab_id = lab_id WHERE lab_id = '${other.id}'`),
        );
        expect(await reach(own.actors[role], `DELETE FROM ${table} WHERE lab_id = '${other.id}'`), table).toBe(DENIED);
      }
    });

    it("are never written", async () => {
      for (const table of tables) {
        const columns = await writable(table);
        const copy = `INSERT INTO ${table} (${columns.join(", ")}) SELECT ${columns.map((c) => `r.${c}`).join(", ")} FROM jsonb_populate_record(NULL::${table}, '${await rowOf(table, other.id)}') r`;
        expect(await reach(own.actors[role], copy), table).toBe(DENIED);
      }
    });
  });

  it("are in no report of this lab", async () => {
    for (const view of [
      "monthly_revenue",
      "case_completion_rates",
      "department_efficiency",
      "staff_performance",
      "inventory_turnover",
      "on_time_deliveries",
      "remake_rates",
      "dentist_performance",
      "failure_causes",
    ]) {
      await owner.query(`REFRESH MATERIALIZED VIEW ${view}`);
      expect(await reach(own.actors.manager, `SELECT FROM ${view}`)).toBe(DENIED);
      expect(await reach(own.actors.manager, `SELECT FROM lab_${view}() WHERE lab_id <> '${own.id}'`)).toBe(0);
      for (const role of ["dentist", "driver"] as const)
        expect(await reach(own.actors[role], `SELECT FROM lab_${view}()`)).toBe(DENIED);
    }
    expect(await reach(own.actors.manager, "SELECT FROM lab_case_completion_rates()")).toBeGreaterThan(0);
  });
});

describe("tables of no one lab", () => {
  it("show a lab's people only themselves and their colleagues", async () => {
    const strangers = [...Object.values(other.actors).map((a) => `'${a.userId}'`)].join(", ");
    for (const role of USER_ROLES) {
      expect(await reach(own.actors[role], `SELECT FROM users WHERE id IN (${strangers})`)).toBe(0);
      expect(await reach(own.actors[role], `SELECT FROM labs WHERE id = '${other.id}'`)).toBe(0);
      expect(await reach(own.actors[role], "SELECT password_hash FROM users")).toBe(DENIED);
    }
  });

  it("are otherwise closed, but for what is listed here", async () => {
    const open: string[] = [];
    for (const table of untenanted)
      for (const role of ["technician", "dentist", "driver"] as const) {
        if ((await reach(own.actors[role], `SELECT count(*) FROM ${table}`)) !== DENIED) open.push(`${table}: ${role}`);
      }
    expect(open.sort()).toEqual(
      [
        "labs: dentist",
        "labs: driver",
        "labs: technician",
        "mail_messages: technician",
        "permissions: technician",
        "report_refreshes: technician",
        "users: dentist",
        "users: driver",
        "users: technician",
      ].sort(),
    );
  });
});

describe("rows of another practice and another driver", () => {
  it("are not the dentist's to see", async () => {
    await owner.query("BEGIN");
    await owner.query("SELECT set_config('app.lab_id', $1, true)", [own.id]);
    const practice = await owner.query<{ id: string }>(
      "INSERT INTO practices (code, name, address_line1, postcode) VALUES ('zz', 'Elsewhere', 'x', 'G9 9ZZ') RETURNING id",
    );
    await owner.query("COMMIT");
    const stranger: Actor = { ...own.actors.dentist, practice: { id: practice.rows[0]?.id ?? "", name: "Elsewhere" } };
    for (const table of [
      "cases",
      "case_items",
      "case_files",
      "case_notes",
      "case_events",
      "patients",
      "invoices",
      "invoice_items",
      "payments",
      "allocations",
      "credit_notes",
      "credit_note_items",
      "refunds",
      "shipments",
      "parcels",
      "parcel_events",
      "pickup_cases",
      "stop_proofs",
      "stop_photos",
      "case_drafts",
    ]) {
      expect(await reach(stranger, `SELECT FROM ${table}`), table).toBe(0);
    }
    expect(await reach(own.actors.dentist, "SELECT FROM cases")).toBeGreaterThan(0);
  });

  it("are not the driver's to see", async () => {
    const stranger: Actor = { ...own.actors.driver, userId: other.actors.driver.userId };
    for (const table of ["delivery_routes", "route_stops", "shipments", "parcels", "stop_proofs", "cases", "practices"])
      expect(await reach(stranger, `SELECT FROM ${table}`), table).toBe(0);
  });
});

async function writable(table: string): Promise<string[]> {
  const found = await owner.query<{ name: string }>(
    "SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''",
    [table],
  );
  return found.rows
    .map((c) => c.name)
    .filter(
      (name) =>
        !(table === "invoices" && !["id", "lab_id", "practice_id", "case_id", "currency", "notes"].includes(name)),
    );
}

async function rowOf(table: string, labId: string): Promise<string> {
  const found = await owner.query<{ row: Record<string, unknown> }>(
    `SELECT to_jsonb(t) AS row FROM ${table} t WHERE lab_id = $1 LIMIT 1`,
    [labId],
  );
  const row = found.rows[0]?.row ?? { lab_id: labId };
  return JSON.stringify({ ...row, id: crypto.randomUUID() }).replaceAll("'", "''");
}
