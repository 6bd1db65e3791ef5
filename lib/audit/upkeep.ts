import type { PoolClient } from "@/lib/db/owner";

/** How long a month of the audit log is kept, and how many are made ahead. */
const YEARS_KEPT = 7;
const MONTHS_AHEAD = 3;

/**
 * Makes the months ahead and lets go of those that ended more than seven years ago.
 * @param client a connection of the owner.
 */
export async function extendAuditLog(client: PoolClient): Promise<void> {
  await client.query("select ensure_audit_partitions($1), drop_audit_partitions($2)", [MONTHS_AHEAD, YEARS_KEPT]);
}

/**
 * Seals what was written up to an hour ago, far longer than a transaction takes; a second run seals nothing twice.
 * @param client a connection of the owner.
 */
export async function sealAuditLog(client: PoolClient): Promise<void> {
  await client.query("select seal_audit_log(now() - interval '1 hour')");
}

export type AuditSeals = {
  /** Per lab how far its log is sealed, with the digest to keep elsewhere. */
  heads: { lab: string; blocks: number; entries: number; sealedTo: Date; digest: string }[];
  /** Seals that do not hold. */
  broken: { lab: string; position: number; beginsAt: Date; endsAt: Date; fault: "chain" | "entries" | "content" }[];
  /** Entries redacted by an erasure, by month (`YYYY_MM`), and whether they are as it left them. */
  redacted: { lab: string; erasure: string; month: string; entries: number; holds: boolean }[];
};

/**
 * Reckons every seal of the audit log anew from its entries.
 * @param client a connection of the owner.
 * @returns what is sealed and what of it does not hold; entries that are no longer kept are held to the chain alone.
 */
export async function checkAuditSeals(client: Pick<PoolClient, "query">): Promise<AuditSeals> {
  const heads = await client.query(`
    select l.slug as lab, max(s.position) as blocks, sum(s.entries)::int as entries, max(s.ends_at) as "sealedTo",
      (array_agg(s.digest order by s.position desc))[1] as digest
    from audit_seals s join labs l on l.id = s.lab_id group by l.id order by l.slug`);
  const broken = await client.query(
    `select l.slug as lab, b.position, b.begins_at as "beginsAt", b.ends_at as "endsAt", b.fault
     from broken_audit_seals(date_trunc('month', now()) - make_interval(years => $1)) b join labs l on l.id = b.lab_id`,
    [YEARS_KEPT],
  );
  const redacted = await client.query(
    `select l.slug as lab, coalesce(e.number, 'none') as erasure, r.month, r.entries, r.holds
     from audit_redactions(date_trunc('month', now()) - make_interval(years => $1)) r join labs l on l.id = r.lab_id
     left join patient_erasures e on e.id = r.erasure_id order by 1, 2, 3`,
    [YEARS_KEPT],
  );
  return { heads: heads.rows, broken: broken.rows, redacted: redacted.rows };
}
