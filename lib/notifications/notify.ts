import type { Permission } from "@/lib/access/permissions";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { NotificationPriority, NotificationType } from "./vocabulary";

/**
 * Who is to know: these people (those of them who act for a practice see it where they act for `practiceId`); those who act for a practice (and hold `permission`); or everybody of the lab's own people who holds
 * `permission`.
 */
export type Receivers =
  | { userIds: string[]; practiceId?: string }
  | { practiceId: string; permission?: Permission }
  | { permission: Permission };

export type Notice = {
  /** What it is about, unique per event: the same key never notifies a person twice. */
  key: string;
  type: NotificationType;
  /** `medium` if not said. */
  priority?: NotificationPriority;
  title: string;
  body?: string;
  /** The page of Casepan it opens, as a path (`/cases/…`, `/portal/cases/…`). */
  href: string;
  /** It vanishes then, read or not. */
  expiresAt?: Date;
  /** It appears only then; at once if not said. */
  sendAt?: Date;
  /** One running matter, such as a conversation: while a person has one of it unread, no further one is made that day. */
  thread?: string;
  /** Made even so (someone is mentioned by name). */
  always?: boolean;
  /** How long an e-mail waits for the person to read it in the app instead, in minutes; 0 if not said. */
  mailAfterMinutes?: number;
};

/** What the job `notify` is given. `actorId` is the person who acted, who is not told of their own act; null for the system. */
export type NoticeJob = {
  labId: string;
  actorId: string | null;
  to: Receivers;
  notice: Omit<Notice, "expiresAt" | "sendAt"> & { expiresAt?: string };
};

/**
 * Lets people know of something, in the caller's transaction: kept or lost with it. Any audience may call it. The notifications and
 * their e-mails are made after commit (lib/notifications/deliver.ts), following each person's preferences.
 */
export async function notify(tx: Transaction, to: Receivers, { expiresAt, sendAt, ...notice }: Notice): Promise<void> {
  if ("userIds" in to && to.userIds.length === 0) return;
  const job = { to, notice: { ...notice, ...(expiresAt ? { expiresAt: expiresAt.toISOString() } : {}) } };
  await tx.execute(sql`
    INSERT INTO outbox (lab_id, topic, payload, available_at)
    VALUES (app_lab_id(), 'notify', ${JSON.stringify(job)}::jsonb || jsonb_build_object('labId', app_lab_id(), 'actorId', app_user_id()),
      greatest(coalesce(${sendAt ?? null}::timestamptz, now()), now()))`);
}
