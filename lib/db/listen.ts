import pg from "pg";
import { log } from "@/lib/log";

const FIRST_WAIT_MS = 500;
const LAST_WAIT_MS = 10_000;
const PULSE_MS = 30_000;

type Listening = {
  /** Gets the payload of each notification. */
  heard: (payload: string) => void;
  /** Called when a lost connection is back: what was said in between has been missed. */
  missed: () => void;
};

/**
 * Listens on a channel with one connection of its own, as the app's role, until the answered function is called. A lost connection is
 * made again, waiting from 0.5 s up to 10 s between attempts; a silent one is noticed within a minute. A pooler in front of the
 * database must hand this connection through whole (session pooling), else set LISTEN_DATABASE_URL to the server itself.
 */
export function listen(channel: string, { heard, missed }: Listening): () => Promise<void> {
  let failures = 0;
  let lost = false;
  let stopped = false;
  let current: pg.Client | undefined;

  const attempt = async () => {
    const connectionString = process.env.LISTEN_DATABASE_URL || process.env.APP_DATABASE_URL;
    const client = new pg.Client({
      connectionString,
      application_name: "casepan live",
      keepAlive: true,
      query_timeout: 10_000,
      connectionTimeoutMillis: 10_000,
    });
    current = client;
    let pulse: ReturnType<typeof setInterval> | undefined;
    let over = false;
    const again = (error?: Error) => {
      if (over) return;
      over = true;
      clearInterval(pulse);
      client.end().catch(() => {});
      if (stopped) return;
      if (!lost) log.warn({ error: error?.message }, "live: the database is away");
      lost = true;
      const wait = Math.min(LAST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures++);
      setTimeout(() => stopped || attempt(), wait).unref();
    };
    client.on("error", again);
    client.on("end", () => again());
    client.on("notification", ({ payload }) => heard(payload ?? ""));
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    } catch (error) {
      again(error as Error);
      return;
    }
    failures = 0;
    pulse = setInterval(() => client.query("SELECT 1").catch(again), PULSE_MS);
    pulse.unref();
    if (lost) missed();
    lost = false;
  };
  void attempt();
  return async () => {
    stopped = true;
    await current?.end();
  };
}
