import type { z } from "zod";
import { asActor, asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { writeLetter } from "@/lib/mail/templates/write-letter";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import type { Acting } from "../action";
import type { Actor } from "../actor";
import { conflict, notFound, Refusal } from "../errors";
import { mayAskForLetter } from "../guesses";
import { letIn } from "../users/let-in";
import { checkGiven, keepAManager, lockPeople, lockPerson } from "./lock-people";
import type { changeRightsSchema, invitePersonSchema, inviteToPracticeSchema, personSchema } from "./schema";

type Invitation = z.output<typeof invitePersonSchema>;

/** Invites a person to the practice that the actor acts for, with rights the actor holds. Refuses as `letIn`, and `beyond_own_rights`. */
export async function invitePerson({ actor }: Acting, input: Invitation): Promise<{ memberId: string }> {
  const practice = actor.practice;
  if (!practice) throw notFound("practice");
  checkGiven(actor, input.rights);
  return invite(actor, practice, input);
}

/** As `invitePerson`, by the lab for any of its practices. Refuses with `not_found` besides. */
export async function inviteToPractice(
  { actor }: Acting,
  { practiceId, ...input }: z.output<typeof inviteToPracticeSchema>,
): Promise<{ memberId: string }> {
  const practice = await asActor(actor, (tx) =>
    tx.row<{ id: string; name: string }>(
      sql`SELECT id, name FROM practices WHERE id = ${practiceId} AND deleted_at IS NULL`,
    ),
  );
  if (!practice) throw notFound("practice");
  return invite(actor, practice, input);
}

async function invite(actor: Actor, practice: { id: string; name: string }, input: Invitation) {
  if (!(await mayAskForLetter(input.email, actor.ip)))
    throw new Refusal("too_many", "Several letters went to this address already. Try again in an hour.");
  return asActor(actor, async (tx) => {
    const person = { ...input, practiceId: practice.id, roleKey: input.role };
    const { memberId, userId } = await letIn(tx, actor, person, ({ href, isNew }) =>
      writeLetter(tx, isNew ? "practice_invitation" : "practice_invitation_known", {
        labId: actor.lab.id,
        to: input.email,
        from: actor.lab.name,
        href,
        values: { name: input.name, lab: actor.lab.name, practice: practice.name, inviter: actor.name },
      }),
    );
    await tx.withLabRights(() => knownPrescriber(tx, practice.id, userId, input.email));
    if (actor.audience === "portal" && input.role === "dentist")
      await notify(
        tx,
        { permission: "practices.manage" },
        {
          key: `prescriber:${memberId}`,
          type: "system",
          title: `${practice.name} let in a dentist`,
          body: `${input.name} can prescribe once the lab has entered their licence at the practice.`,
          href: `/practices/${practice.id}`,
        },
      );
    await tell(tx, practice.id);
    return { memberId };
  });
}

/** A dentist of the practice whom the lab knows by this address is the person who was let in. */
async function knownPrescriber(tx: Transaction, practiceId: string, userId: string, email: string): Promise<void> {
  await tx.execute(sql`
    UPDATE dentist_profiles d SET user_id = ${userId}
    WHERE d.id = (SELECT e.id FROM dentist_profiles e JOIN practice_dentists pd ON pd.dentist_id = e.id AND pd.practice_id = ${practiceId}
        WHERE lower(e.email) = ${email}::text AND e.user_id IS NULL ORDER BY e.id LIMIT 1)
      AND NOT EXISTS (SELECT FROM dentist_profiles o WHERE o.user_id = ${userId})`);
}

/**
 * Gives a person other rights at the practice; they count from the person's next request on. Refuses with `not_found`,
 * `beyond_own_rights` for one newly given, and `last_manager` when nobody could manage people any more.
 */
export function changeRights(
  { actor }: Acting,
  { memberId, rights }: z.output<typeof changeRightsSchema>,
): Promise<{ memberId: string }> {
  return asAuth(async (tx) => {
    const person = await lockPerson(tx, actor, memberId);
    if (person.ended) throw notFound("person");
    checkGiven(
      actor,
      rights.filter((right) => !person.rights.includes(right)),
    );
    if (!rights.includes("portal.people")) await keepWhenPortal(tx, actor, person);
    await tx.execute(sql`
      UPDATE practice_members SET rights = ${rights}::text[] WHERE lab_id = ${actor.lab.id} AND id = ${memberId}`);
    await tell(tx, person.practiceId);
    return { memberId };
  }, actor);
}

/** Ends a person's acting for the practice, from their next request on; `restorePerson` undoes it. Refuses `not_found`, `last_manager`. */
export function endPerson(
  { actor }: Acting,
  { memberId }: z.output<typeof personSchema>,
): Promise<{ memberId: string }> {
  return asAuth(async (tx) => {
    const person = await lockPerson(tx, actor, memberId);
    if (person.ended) throw notFound("person");
    await keepWhenPortal(tx, actor, person);
    await tx.execute(
      sql`UPDATE practice_members SET deleted_at = now() WHERE lab_id = ${actor.lab.id} AND id = ${memberId}`,
    );
    await tell(tx, person.practiceId);
    return { memberId };
  }, actor);
}

/** Lets a person act for the practice again, with the rights they had. Refuses `not_found`, `already_member`, `beyond_own_rights`. */
export function restorePerson(
  { actor }: Acting,
  { memberId }: z.output<typeof personSchema>,
): Promise<{ memberId: string }> {
  return asAuth(async (tx) => {
    const person = await lockPerson(tx, actor, memberId);
    const living = await tx.row(sql`
      SELECT 1 FROM practice_members WHERE lab_id = ${actor.lab.id} AND practice_id = ${person.practiceId} AND user_id = ${person.userId}
        AND deleted_at IS NULL`);
    if (living || !person.ended) throw conflict("already_member", "This person acts for the practice already.");
    checkGiven(actor, person.rights);
    await tx.execute(
      sql`UPDATE practice_members SET deleted_at = NULL WHERE lab_id = ${actor.lab.id} AND id = ${memberId}`,
    );
    await tell(tx, person.practiceId);
    return { memberId };
  }, actor);
}

/** Makes the practice the actor acts for the one they start at when they sign in. */
export async function startHere({ actor }: Acting): Promise<null> {
  const practice = actor.practice;
  if (!practice) throw notFound("practice");
  return asAuth(async (tx) => {
    await lockPeople(tx, actor, practice.id);
    await tx.execute(sql`
      UPDATE practice_members SET is_default = (practice_id = ${practice.id}) WHERE lab_id = ${actor.lab.id} AND user_id = ${actor.userId}
        AND deleted_at IS NULL`);
    return null;
  }, actor);
}

/** Nobody of a practice shuts the practice out; the lab may, since it can let people in again. */
async function keepWhenPortal(
  tx: Transaction,
  actor: Actor,
  person: Parameters<typeof keepAManager>[2],
): Promise<void> {
  if (actor.audience === "portal") await keepAManager(tx, actor, person);
}

const tell = (tx: Transaction, practiceId: string) => announce(tx, ["practices", `portal:${practiceId}`], practiceId);
