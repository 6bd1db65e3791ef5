import { DateTime } from "luxon";
import type { ClientBase, PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { buildStory, type Story } from "../statements/testing";
import { sendReminders } from "./send-reminders";

export const ZONE = "Europe/London";
export const today = DateTime.now().setZone(ZONE).toISODate() as string;

/** The day so many days back from today. */
export const ago = (n: number): string => DateTime.fromISO(today).minus({ days: n }).toISODate() as string;

const invoice = (overdue: number, cents = 10_000) => ({ day: overdue + 30, due: overdue, cents });

/** A practice with invoices overdue by so many days, and an address. */
export async function buildOwing(
  owner: ClientBase,
  lab: BuiltLab,
  overdue: number[],
  more: Partial<Story> = {},
  email: string | null = "books@practice.test",
): ReturnType<typeof buildStory> {
  const story = { payments: [], notes: [], refunds: [], allocations: [], ...more };
  const built = await buildStory(owner, lab, { ...story, invoices: overdue.map((n) => invoice(n)) }, ago);
  await owner.query("UPDATE practices SET email = $2 WHERE id = $1", [built.practiceId, email]);
  return built;
}

/** Reminders of the practice were sent so many days before they were. */
export const sentEarlier = (owner: ClientBase, practiceId: string, days: number) =>
  owner.query(
    "UPDATE reminders SET on_day = on_day - $2::int WHERE letter_id IN (SELECT id FROM reminder_letters WHERE practice_id = $1)",
    [practiceId, days],
  );

/** A database with a lab of its own for each test, and what its staff do with reminders there. */
export function useRemindedLab() {
  const db = useDatabase();
  let owner: PoolClient;
  let lab: BuiltLab;

  beforeAll(async () => {
    owner = await db.ownerPool.connect();
  });
  beforeEach(async () => {
    lab = await buildLab(owner, ZONE);
  });
  afterAll(() => owner.release());

  const practiceOwing = (overdue: number[], more?: Partial<Story>, email?: string | null) =>
    buildOwing(owner, lab, overdue, more, email);
  const as = <T>(work: (context: { actor: typeof lab.actors.staff; tx: never }) => Promise<T>) =>
    asActor(lab.actors.staff, (tx) => work({ actor: lab.actors.staff, tx: tx as never }));
  const send = (practiceId: string) =>
    as((context) =>
      sendReminders(context, { practiceIds: [practiceId], address: "", idempotencyKey: crypto.randomUUID() }),
    );
  const count = async (text: string, values: unknown[]) =>
    (await owner.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${text}`, values)).rows[0]?.n;
  return { owner: () => owner, lab: () => lab, practiceOwing, as, send, count };
}
