import { type Probe, probeDatabase } from "@/lib/db/probe";
import { isStale } from "@/lib/operations/age-of-backup";

export type Health = {
  /** "degraded" serves people, but jobs stand still or a migration is missing. */
  status: "ok" | "degraded" | "unavailable";
  database: "up" | "down";
  migrations: Probe["migrations"] | null;
  jobs: Probe["jobs"];
  /** When the last good backup was (ISO 8601, UTC), and whether that is more than 36 hours ago. */
  backup: { lastGood: string | null; stale: boolean } | null;
  version: string;
};

/** How this installation is, for a load balancer or a person. It tells no error text and no address. */
export async function health(): Promise<Health> {
  const version = process.env.CASEPAN_VERSION ?? "unknown";
  try {
    const { migrations, jobs, lastBackup } = await probeDatabase(process.env.APP_DATABASE_URL ?? "");
    const status = jobs.alive && migrations.pending === 0 ? "ok" : "degraded";
    const backup = { lastGood: lastBackup?.toISOString() ?? null, stale: isStale(lastBackup, new Date()) };
    return { status, database: "up", migrations, jobs, backup, version };
  } catch {
    return {
      status: "unavailable",
      database: "down",
      migrations: null,
      jobs: { alive: false, lastSeen: null },
      backup: null,
      version,
    };
  }
}
