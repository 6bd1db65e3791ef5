import { hostname } from "node:os";
import type { Pool } from "@/lib/db/owner";

const interval = 3000;
const id = `${hostname()}:${process.pid}`;

/** Notes every three seconds that this worker is alive, for the health route; stopping takes the note back. */
export function startHeartbeat(pool: Pool): { stop: () => Promise<void> } {
  const beat = () =>
    pool
      .query(
        `insert into worker_heartbeats (id, seen_at) values ($1, now())
         on conflict (id) do update set seen_at = excluded.seen_at`,
        [id],
      )
      .catch(() => {}); // the database is away: the missing note says so
  void beat();
  const timer = setInterval(beat, interval);
  return {
    stop: async () => {
      clearInterval(timer);
      await pool.query("delete from worker_heartbeats where id = $1", [id]).catch(() => {});
    },
  };
}
