import type { PoolClient } from "@/lib/db/owner";

/**
 * Refreshes every report view while people go on reading it, records when and how long that took (ms), and has the screens that
 * show reports (live topic `reports`, in every lab) read again. A view that cannot be refreshed holds up no other; the first failure is
 * thrown after the last.
 * @param client a connection of the owner, outside a transaction.
 */
export async function refreshReports(client: PoolClient): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    "select matviewname as name from pg_matviews where schemaname = 'public' order by 1",
  );
  const failures: unknown[] = [];
  for (const { name } of rows) {
    const began = performance.now();
    try {
      await client.query(`refresh materialized view concurrently public.${client.escapeIdentifier(name)}`);
    } catch (failure) {
      failures.push(failure);
      continue;
    }
    await client.query(
      `insert into report_refreshes (view_name, refreshed_at, took_ms) values ($1, clock_timestamp(), $2)
       on conflict (view_name) do update set refreshed_at = excluded.refreshed_at, took_ms = excluded.took_ms`,
      [name, Math.round(performance.now() - began)],
    );
  }
  await client.query(
    `insert into outbox (lab_id, topic, payload)
     select id, 'live', jsonb_build_object('labId', id, 'topic', 'reports', 'practiceId', null) from labs where deleted_at is null`,
  );
  if (failures.length > 0) throw failures[0];
}
