import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { type BuiltCase, type BuiltLab, buildCase, buildLab, buildPractice } from "@/lib/testing/build";
import { begin } from "./begin";
import { openCase } from "./case-conversation";
import { listConversations } from "./list";
import { send } from "./send";
import { readMessages } from "./thread";

/** A lab whose people talk, another one, a case, and somebody of another practice of the first. For database tests. */
export type Talkers = { lab: BuiltLab; other: BuiltLab; made: BuiltCase; stranger: Actor };

export async function buildTalkers(owner: ClientBase): Promise<Talkers> {
  const [lab, other] = [await buildLab(owner), await buildLab(owner)];
  const made = await buildCase(owner, lab);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  const practice = await buildPractice(owner);
  const { rows } = await owner.query(
    "INSERT INTO users (email, name) VALUES ('stranger@test.casepan.test', 'Stranger') RETURNING id",
  );
  const userId = rows[0].id as string;
  await owner.query("INSERT INTO memberships (user_id, role_id) VALUES ($1, $2)", [userId, lab.actors.dentist.role.id]);
  await owner.query("INSERT INTO practice_members (practice_id, user_id) VALUES ($1, $2)", [practice.id, userId]);
  return { lab, other, made, stranger: { ...lab.actors.dentist, userId, name: "Stranger", practice } };
}

export const emptied =
  "TRUNCATE conversations, conversation_participants, messages, message_attachments, notifications, outbox CASCADE";

export const as = <T>(actor: Actor, work: (context: Context) => Promise<T>): Promise<T> =>
  asActor(actor, (tx) => work({ actor, tx }));
export const idOf = (actor: Actor) => actor.userId as string;

export const write = (
  actor: Actor,
  conversationId: string,
  body: string,
  more: { mentions?: string[]; attachmentIds?: string[] } = {},
) =>
  as(actor, (context) =>
    send(context, { conversationId, body, mentions: [], attachmentIds: [], idempotencyKey: randomUUID(), ...more }),
  );

/** A conversation with others, of the lab or of its practice. */
export const talkIn = (practiceId: string, actor: Actor, ...others: Actor[]) =>
  as(actor, (context) =>
    begin(context, { userIds: others.map(idOf), practiceId, subject: "", idempotencyKey: randomUUID() }),
  );

export const caseTalk = (caseId: string, actor: Actor, side: "shared" | "internal") =>
  as(actor, (context) => openCase(context, { caseId, side }));

/** What somebody reads: words, or what happened. */
export const said = async (actor: Actor, id: string) =>
  (await as(actor, (context) => readMessages(context, id, {}))).messages.map(({ body, event }) => event?.event ?? body);

export const unread = async (actor: Actor) =>
  (await as(actor, (context) => listConversations(context, null))).lines.map((line) => line.unread);
