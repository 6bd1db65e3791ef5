import { describe, expect, it } from "vitest";
import { useDatabase } from "@/lib/db/testing";

/** What the schema promises as a whole, read from the catalogue. */
const database = useDatabase();

const SUMMARY_TABLES =
  "users sessions password_reset_tokens workflow_stages workflow_templates cases case_files case_notes invoices invoice_items payments suppliers inventory_items inventory_transactions staff_profiles staff_schedules performance_reviews departments department_equipment conversations conversation_participants messages notifications dentist_profiles dentist_applications appointments roles permissions role_permissions shipments delivery_routes route_stops settings audit_log".split(
    " ",
  );
const SUMMARY_TYPES =
  "user_role procedure_type urgency_level priority_level case_status workflow_stage_name workflow_status invoice_status payment_method inventory_transaction_type inventory_category employment_type equipment_status conversation_type notification_type dentist_status".split(
    " ",
  );

const names = async (query: string): Promise<string[]> =>
  (await database.ownerPool.query<{ name: string }>(query)).rows.map((row) => row.name);

describe("the schema", () => {
  it("has the 34 tables and the 16 named types of its summary, the types as domains over text", async () => {
    const tables = await names("SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'");
    expect(SUMMARY_TABLES).toHaveLength(34);
    expect(SUMMARY_TABLES.filter((table) => !tables.includes(table))).toEqual([]);
    const domains = await names(
      "SELECT typname AS name FROM pg_type WHERE typtype = 'd' AND typbasetype = 'text'::regtype",
    );
    expect(SUMMARY_TYPES).toHaveLength(16);
    expect(SUMMARY_TYPES.filter((type) => !domains.includes(type))).toEqual([]);
  });

  it("has an index behind every foreign key", async () => {
    const bare = await names(`
      SELECT conrelid::regclass || ' ' || conname AS name FROM pg_constraint
      WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0 AND NOT EXISTS (
        SELECT FROM pg_index i WHERE i.indrelid = conrelid AND i.indpred IS NULL
        AND (i.indkey::int2[])[0:array_length(conkey, 1) - 1] @> conkey::int2[])`);
    expect(bare).toEqual([]);
  });

  it("keeps updated_at by trigger wherever there is one", async () => {
    const bare = await names(`
      SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'updated_at'
      WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT EXISTS (
        SELECT FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgrelid = c.oid AND p.proname = 'update_updated_at_column')`);
    expect(bare).toEqual([]);
  });

  it("runs nothing as the owner without a search path of its own", async () => {
    expect(
      await names(
        "SELECT proname AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef AND proconfig IS NULL",
      ),
    ).toEqual([]);
  });

  it("has a unique index on each report view, so that they refresh while people read", async () => {
    const views = await names(`
      SELECT c.relname AS name FROM pg_class c WHERE c.relkind = 'm' AND c.relnamespace = 'public'::regnamespace
      AND EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND i.indpred IS NULL) ORDER BY 1`);
    expect(views).toEqual([
      "case_completion_rates",
      "dentist_performance",
      "department_efficiency",
      "failure_causes",
      "inventory_turnover",
      "monthly_revenue",
      "on_time_deliveries",
      "remake_rates",
      "staff_performance",
    ]);
  });
});
