import type { DateTime } from "luxon";
import { idAt, type World } from "./world";

type Line = [by: "staff" | "manager" | "technician" | "dentist" | "admin", words: string];
type Talk = {
  type: "direct" | "group" | "case";
  subject?: string;
  caseId?: string;
  practiceId: string | null;
  lines: Line[];
  /** When the last line was said, in minutes before now. */
  endedAgo: number;
  /** How many of the last lines those who did not say them have not read. */
  unread: number;
};

/** Conversations of the demonstration: with a practice, about its cases and among the lab's people; and what was told of them. */
export async function seedMessages(world: World): Promise<void> {
  const { owner, labId, people } = world;
  const practice = await owner.query<{ id: string }>(
    "SELECT practice_id AS id FROM practice_members WHERE lab_id = $1 AND user_id = $2 ORDER BY is_default DESC LIMIT 1",
    [labId, people.byRole.dentist],
  );
  const practiceId = practice.rows[0]?.id;
  if (!practiceId) return;
  const cases = await owner.query<{ id: string; number: string }>(
    `SELECT id, number FROM cases WHERE lab_id = $1 AND practice_id = $2 AND status NOT IN ('delivered', 'cancelled', 'submitted')
     ORDER BY submitted_at DESC, id DESC LIMIT 2`,
    [labId, practiceId],
  );
  const [first, second] = cases.rows;
  const talks: Talk[] = [
    {
      type: "direct",
      practiceId,
      endedAgo: 26 * 60,
      unread: 0,
      lines: [
        ["dentist", "We close at noon on Friday. Could Thursday's delivery come in the morning?"],
        ["staff", "Yes, you are now the second stop: about 9:30."],
        ["dentist", "Perfect, thank you."],
      ],
    },
    {
      type: "group",
      subject: "Furnace 2",
      practiceId: null,
      endedAgo: 95,
      unread: 1,
      lines: [
        ["technician", "Furnace 2 stopped at 1,180 °C again. The load is safe, I moved it."],
        ["manager", "Thanks. The engineer comes tomorrow at 8; please keep it empty until then."],
        [
          "staff",
          "I have moved the two rush cases to furnace 1 and told the practices nothing: they are still in time.",
        ],
      ],
    },
  ];
  if (first)
    talks.push(
      {
        type: "case",
        caseId: first.id,
        practiceId,
        endedAgo: 40,
        unread: 1,
        lines: [
          ["staff", "The scan is fine. The stump shade is missing: can you tell us?"],
          ["dentist", "ND3. The neighbour is quite translucent at the edge, please match that."],
          ["staff", "Noted, thank you. We keep the day."],
          ["dentist", "Great. The patient's appointment is at 14:00, so any time before noon is good."],
        ],
      },
      {
        type: "case",
        caseId: first.id,
        practiceId: null,
        endedAgo: 30,
        unread: 0,
        lines: [
          ["technician", "Margin is subgingival mesially. I would like a second pair of eyes before milling."],
          ["manager", "Looked at it: readable enough. Go on."],
        ],
      },
    );
  if (second)
    talks.push({
      type: "case",
      caseId: second.id,
      practiceId,
      endedAgo: 3 * 24 * 60,
      unread: 0,
      lines: [
        ["dentist", "Please make the contacts a little tighter than last time."],
        ["technician", "Will do."],
      ],
    });
  for (const talk of talks) await seedTalk(world, talk);
  await seedNotifications(world, practiceId, cases.rows);
}

async function seedTalk(world: World, talk: Talk): Promise<void> {
  const { owner, labId, people, clock, chance } = world;
  const ended = clock.now.minus({ minutes: talk.endedAgo });
  const saidAt = (position: number): DateTime => ended.minus({ minutes: (talk.lines.length - position) * 7 });
  const persons = [...new Set(talk.lines.map(([by]) => people.byRole[by]))];
  const [beganBy] = persons as [string];
  const id = idAt(saidAt(0), chance);
  const key = talk.type === "direct" ? [...[...persons].sort(), talk.practiceId ?? "lab"].join(":") : null;
  await owner.query(
    `INSERT INTO conversations (id, lab_id, type, case_id, practice_id, subject, created_by_id, direct_key, last_position, last_message_at, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      id,
      labId,
      talk.type,
      talk.caseId ?? null,
      talk.practiceId,
      talk.subject ?? null,
      beganBy,
      key,
      talk.lines.length,
      ended.toISO(),
      saidAt(0).toISO(),
    ],
  );
  for (const userId of persons) {
    const lastOwn = talk.lines.findLastIndex(([by]) => people.byRole[by] === userId) + 1;
    const read = Math.max(lastOwn, talk.lines.length - talk.unread);
    await owner.query(
      `INSERT INTO conversation_participants (lab_id, conversation_id, user_id, read_position, last_read_at) VALUES ($1, $2, $3, $4, $5)`,
      [labId, id, userId, read, saidAt(read).toISO()],
    );
  }
  for (const [index, [by, words]] of talk.lines.entries()) {
    const at = saidAt(index + 1);
    await owner.query(
      `INSERT INTO messages (id, lab_id, conversation_id, position, author_id, body, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $7)`,
      [idAt(at, chance), labId, id, index + 1, people.byRole[by], words, at.toISO()],
    );
  }
}

async function seedNotifications(
  { owner, labId, people, clock, chance }: World,
  practiceId: string,
  cases: { id: string; number: string }[],
): Promise<void> {
  const [first] = cases;
  if (!first) return;
  const { staff, manager, dentist } = people.byRole;
  const told: [userId: string, type: string, title: string, href: string, minutesAgo: number, read: boolean][] = [
    [dentist, "case_update", `Case ${first.number} is in the lab`, `/portal/cases/${first.id}`, 2 * 24 * 60, true],
    [staff, "case_update", `A practice sent case ${first.number}`, `/receiving/${first.id}`, 2 * 24 * 60 + 90, true],
    [manager, "alert", "Two invoices are overdue", "/invoices?status=overdue", 300, false],
    [staff, "alert", "Two invoices are overdue", "/invoices?status=overdue", 300, false],
  ];
  for (const [userId, type, title, href, minutesAgo, read] of told) {
    const at = clock.now.minus({ minutes: minutesAgo });
    const id = idAt(at, chance);
    await owner.query(
      `INSERT INTO notifications (id, lab_id, user_id, practice_id, key, type, priority, title, href, read_at, created_at)
       VALUES ($1, $2, $3, $4, 'demo:' || uuid_v7(), $5::text, CASE WHEN $5::text = 'alert' THEN 'high' ELSE 'medium' END, $6, $7, $8, $9)`,
      [
        id,
        labId,
        userId,
        userId === dentist ? practiceId : null,
        type,
        title,
        href,
        read ? at.plus({ minutes: 20 }).toISO() : null,
        at.toISO(),
      ],
    );
  }
}
