import { type Probe, probeDatabase } from "@/lib/db/probe";

export type Health = {
  /** "degraded" serves people, but jobs stand still or a migration is missing. */
  status: "ok" | "degraded" | "unavailable";
  database: "up" | "down";
  migrations: Probe["migrations"] | null;
  jobs: Probe["jobs"];
  version: string;
};

/** How this installation is, for a load balancer or a person. It tells no error text and no address. */
export async function health(): Promise<Health> {
  const version = process.env.CASEPAN_VERSION ?? "unknown";
  try {
    const { migrations, jobs } = await probeDatabase(process.env.APP_DATABASE_URL ?? "");
    const status = jobs.alive && migrations.pending === 0 ? "ok" : "degraded";
    return { status, database: "up", migrations, jobs, version };
  } catch {
    return {
      status: "unavailable",
      database: "down",
      migrations: null,
      jobs: { alive: false, lastSeen: null },
      version,
    };
  }
}
