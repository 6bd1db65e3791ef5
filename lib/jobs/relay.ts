import { setTimeout as pause } from "node:timers/promises";
import type { Pool, PoolClient } from "@/lib/db/owner";
import { log } from "@/lib/log";

const interval = 200;
const batch = 200;

/** Hands over the first rows that are due, in one statement: handed over and marked, or neither. */
const handOver = `
  with due as (
    select id, topic, payload from outbox
    where dispatched_at is null and available_at <= clock_timestamp()
    order by available_at, id limit $1
    for update skip locked
  ), handed as (
    select id, case when topic = 'live' then pg_notify('casepan_live', payload::text)::text
      else (graphile_worker.add_job(topic, payload := payload::json, queue_name := payload->>'queueName',
        job_key := coalesce(payload->>'jobKey', id::text))).id::text end as receipt
    from due
  )
  update outbox set dispatched_at = clock_timestamp() from handed where outbox.id = handed.id and handed.receipt is not null`;

const putOff = `
  update outbox set available_at = clock_timestamp() + interval '1 minute', failures = failures + 1, last_error = $1
  where id = (select id from outbox where dispatched_at is null and available_at <= clock_timestamp()
              order by available_at, id limit 1)
  returning id, topic`;

/**
 * Hands due rows of the outbox over: topic "live" to those who listen on the channel casepan_live (payload: at most
 * 8,000 bytes), any other topic to the job of that name. Each is handed over once, also by several workers at once and
 * when one dies midway. A payload may name a `jobKey`, so that of many alike one waits, and a `queueName`, in which one runs at a time.
 * A row that cannot be handed over waits a minute and holds up no other.
 * @returns how many were handed over.
 */
export async function relayDue(pool: Pool): Promise<number> {
  const client = await pool.connect();
  let broken = false;
  try {
    return await hand(client, batch);
  } catch (error) {
    broken = (error as { severity?: string }).severity !== "ERROR";
    if (broken) throw error;
    return await oneByOne(client);
  } finally {
    client.release(broken);
  }
}

/** Relays every 200 ms, and at once while more is due, until stopped; a lost database is tried again each second. */
export function startRelay(pool: Pool): { stop: () => Promise<void> } {
  const stopping = new AbortController();
  const ended = relayUntil(pool, stopping.signal);
  return {
    stop: () => {
      stopping.abort();
      return ended;
    },
  };
}

async function relayUntil(pool: Pool, stopping: AbortSignal): Promise<void> {
  let isAway = false;
  while (!stopping.aborted) {
    let wait = interval;
    try {
      if ((await relayDue(pool)) === batch) wait = 0;
      isAway = false;
    } catch (error) {
      if (!isAway) log.warn({ error: (error as Error).message }, "outbox relay: the database is away");
      isAway = true;
      wait = 1000;
    }
    await pause(wait, undefined, { signal: stopping }).catch(() => {});
  }
}

async function hand(client: PoolClient, most: number): Promise<number> {
  return (await client.query(handOver, [most])).rowCount ?? 0;
}

/** After a batch failed: one of its rows cannot be handed over, the others can. */
async function oneByOne(client: PoolClient): Promise<number> {
  let count = 0;
  for (let n = 0; n < batch; n++) {
    try {
      const one = await hand(client, 1);
      if (one === 0) break;
      count += one;
    } catch (error) {
      const { rows } = await client.query<{ id: string; topic: string }>(putOff, [
        (error as Error).message.split("\n")[0],
      ]);
      log.error({ ...rows[0], error: (error as Error).message }, "outbox relay: a row cannot be handed over");
    }
  }
  return count;
}
