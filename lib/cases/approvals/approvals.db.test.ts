import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { complete } from "@/lib/workflow/complete";
import { sendBack } from "@/lib/workflow/send-back";
import { start } from "@/lib/workflow/start";
import { as, openStages, receiveBuilt, refusalOf, seen, stagesOf, takeTo } from "@/lib/workflow/testing";
import { cancel } from "../cancel";
import { askApproval } from "./ask";
import { decideDesign, keepDesignAnswer } from "./decide";
import { approvalsOf, awaitedDesigns } from "./queries";
import { remindOfDesigns } from "./remind";
import { withdrawApproval } from "./withdraw";

const db = useDatabase();
let lab: BuiltLab;
let other: BuiltLab;
let built: BuiltCase;
let fileId: string;

const rows = async (text: string, values: unknown[] = []) => (await db.ownerPool.query(text, values)).rows;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
  owner.release();
});

beforeEach(async () => {
  const owner = await db.ownerPool.connect();
  built = await buildCase(owner, lab);
  owner.release();
  fileId = await addFile(built.id);
  await receiveBuilt(lab, built);
  await takeTo(db.ownerPool, lab, built.id, "design");
});

async function addFile(caseId: string): Promise<string> {
  const [row] = await rows(
    `INSERT INTO case_files (lab_id, practice_id, case_id, name, kind, media_type, size_bytes, sha256, store_key, uploaded_by_id, audience)
     VALUES ($1, $2, $3, 'design.stl', 'scan', 'model/stl', 84, repeat('0', 64), gen_random_uuid()::text, $4, 'internal') RETURNING id`,
    [lab.id, lab.practiceId, caseId, lab.actors.technician.userId],
  );
  return row.id;
}

const ask = (over: object = {}) =>
  as(lab.actors.technician, askApproval, {
    caseId: built.id,
    itemIds: built.itemIds,
    fileIds: [fileId],
    words: "Is the contact tight enough?",
    ...over,
  });
const decide = (approvalId: string, decision: "approved" | "rejected", words = "", version = 1) =>
  as(lab.actors.dentist, decideDesign, { approvalId, version, decision, words });
const finishDesign = async () =>
  as(lab.actors.technician, complete, { stages: seen(await openStages(db.ownerPool, built.id)) });
const noticesOf = async (key: string) =>
  rows("SELECT payload FROM outbox WHERE lab_id = $1 AND topic = 'notify' AND payload -> 'notice' ->> 'key' LIKE $2", [
    lab.id,
    `${key}%`,
  ]);

describe("asking", () => {
  test("stops the clock, shows the practice the file, and keeps the item at the design", async () => {
    await as(lab.actors.technician, start, { stages: seen(await openStages(db.ownerPool, built.id)) });
    const { approvalId } = await ask();
    const [stage] = await openStages(db.ownerPool, built.id);
    expect(stage).toMatchObject({ stage: "design", status: "on_hold" });
    expect(
      await rows("SELECT 1 FROM stage_time_entries WHERE workflow_stage_id = $1 AND ended_at IS NULL", [stage?.id]),
    ).toEqual([]);
    expect(await rows("SELECT audience FROM case_files WHERE id = $1", [fileId])).toEqual([{ audience: "shared" }]);
    expect((await refusalOf(finishDesign())).reason).toBe("waits_for_approval");
    const [reason] = await rows("SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'send_back' LIMIT 1", [lab.id]);
    const back = as(lab.actors.technician, sendBack, {
      stages: seen(await openStages(db.ownerPool, built.id)),
      to: "impression_scan" as const,
      reasonId: reason.id,
    });
    expect((await refusalOf(back)).reason).toBe("waits_for_approval");
    const awaited = await asActor(lab.actors.dentist, awaitedDesigns);
    expect(awaited.filter(({ id }) => id === approvalId)).toMatchObject([{ caseId: built.id, number: built.number }]);
    expect(await noticesOf(`design-asked:${approvalId}`)).toHaveLength(1);
  });

  test("is refused for an item elsewhere, one that waits already, a foreign file, and by another lab", async () => {
    await ask();
    expect((await refusalOf(ask())).reason).toBe("already_asked");
    const owner = await db.ownerPool.connect();
    const second = await buildCase(owner, lab);
    owner.release();
    expect((await refusalOf(ask({ caseId: second.id, itemIds: second.itemIds }))).reason).toBe("not_at_design");
    await receiveBuilt(lab, second);
    await takeTo(db.ownerPool, lab, second.id, "design");
    const foreign = await refusalOf(ask({ caseId: second.id, itemIds: second.itemIds }));
    expect(foreign.fieldErrors).toHaveProperty("fileIds");
    const elsewhere = as(other.actors.technician, askApproval, {
      caseId: built.id,
      itemIds: built.itemIds,
      fileIds: [fileId],
      words: "?",
    });
    expect((await refusalOf(elsewhere)).code).toBe("not_found");
  });
});

describe("the answer", () => {
  test("approved lets the design be completed and tells who asked", async () => {
    const { approvalId } = await ask();
    await decide(approvalId, "approved", "Lovely");
    const notices = await noticesOf(`design-approved:${approvalId}`);
    expect(notices[0].payload.to).toEqual({ userIds: [lab.actors.technician.userId] });
    await as(lab.actors.technician, start, { stages: seen(await openStages(db.ownerPool, built.id)) });
    await finishDesign();
    expect((await openStages(db.ownerPool, built.id))[0]?.stage).toBe("milling");
  });

  test("rejected opens the design again with the words, for the same person", async () => {
    await as(lab.actors.technician, start, { stages: seen(await openStages(db.ownerPool, built.id)) });
    const { approvalId } = await ask();
    await decide(approvalId, "rejected", "Too bulky");
    const attempts = (await stagesOf(db.ownerPool, built.id)).filter(({ stage }) => stage === "design");
    expect(attempts).toMatchObject([
      { attempt: 1, status: "completed", outcome: "sent_back" },
      { attempt: 2, status: "pending", assigned_to_id: lab.actors.technician.userId },
    ]);
    const [first] = await rows("SELECT reason_note FROM workflow_stages WHERE id = $1", [attempts[0]?.id]);
    expect(first).toEqual({ reason_note: "Too bulky" });
    expect(await rows("SELECT status FROM cases WHERE id = $1", [built.id])).toEqual([{ status: "designing" }]);
    await ask();
    const asked = await asActor(lab.actors.dentist, (tx) => approvalsOf(tx, built.id));
    expect(asked.map(({ decision, decisionWords }) => [decision, decisionWords])).toEqual([
      [null, null],
      ["rejected", "Too bulky"],
    ]);
  });

  test("rejected while the case is held leaves it on hold", async () => {
    const { approvalId } = await ask();
    await rows("INSERT INTO holds (lab_id, case_id, placed_by_id) VALUES ($1, $2, $3)", [
      lab.id,
      built.id,
      lab.actors.technician.userId,
    ]);
    await rows("UPDATE cases SET status = 'on_hold' WHERE id = $1", [built.id]);
    await decide(approvalId, "rejected", "Other shape");
    expect(await rows("SELECT status FROM cases WHERE id = $1", [built.id])).toEqual([{ status: "on_hold" }]);
  });

  test("a second one is told who was first; another practice's dentist finds nothing", async () => {
    const { approvalId } = await ask();
    await decide(approvalId, "approved");
    const second = await refusalOf(decide(approvalId, "rejected", "No", 2));
    expect(second.reason).toBe("already_decided");
    expect(second.message).toContain("Test dentist has already approved");
    const foreign = as(other.actors.dentist, decideDesign, {
      approvalId,
      version: 1,
      decision: "approved" as const,
      words: "",
    });
    expect((await refusalOf(foreign)).code).toBe("not_found");
  });

  test("of one that is stale nothing is kept", async () => {
    const { approvalId } = await ask();
    expect((await refusalOf(decide(approvalId, "approved", "", 7))).reason).toBe("stale");
  });

  test("given by telephone is kept by the lab", async () => {
    const { approvalId } = await ask();
    await as(lab.actors.staff, keepDesignAnswer, {
      approvalId,
      version: 1,
      decision: "approved" as const,
      words: "Rang at 9",
    });
    const [event] = await rows(
      "SELECT data, actor_name FROM case_events WHERE case_id = $1 AND kind = 'design_approved'",
      [built.id],
    );
    expect(event).toMatchObject({ data: { told: true }, actor_name: "Test staff" });
  });

  test("races a withdrawal: one wins, the other is told, ten times over", async () => {
    for (let i = 0; i < 10; i++) {
      const { approvalId } = await ask();
      const outcomes = await Promise.allSettled([
        decide(approvalId, "approved"),
        as(lab.actors.staff, withdrawApproval, { approvalId, version: 1, words: "" }),
        decide(approvalId, "rejected", "No"),
      ]);
      const won = outcomes.flatMap((o, n) =>
        o.status === "fulfilled" ? [["approved", "withdrawn", "rejected"][n]] : [],
      );
      expect(won).toHaveLength(1);
      for (const lost of outcomes)
        if (lost.status === "rejected")
          expect((await refusalOf(Promise.reject(lost.reason))).reason).toBe("already_decided");
      const [kept] = await rows("SELECT decision FROM design_approvals WHERE id = $1", [approvalId]);
      expect(kept.decision).toBe(won[0]);
      const told = await rows(
        "SELECT kind FROM case_events WHERE case_id = $1 AND kind IN ('design_approved', 'design_rejected', 'design_withdrawn')",
        [built.id],
      );
      expect(told).toHaveLength(i + 1);
    }
  });

  test("nobody can give once the case is cancelled", async () => {
    const { approvalId } = await ask();
    const [reason] = await rows("SELECT id FROM reasons WHERE lab_id = $1 AND kind = 'cancellation' LIMIT 1", [lab.id]);
    const [{ version }] = await rows("SELECT version FROM cases WHERE id = $1", [built.id]);
    await as(lab.actors.staff, cancel, { caseId: built.id, version, reasonId: reason.id });
    expect((await refusalOf(decide(approvalId, "approved", "", 2))).message).toContain("withdrawn");
  });
});

describe("the reminder", () => {
  const remind = (at: string) =>
    asActor(lab.actors.manager, (tx) => remindOfDesigns({ actor: lab.actors.manager, tx }, new Date(at)));

  test("comes after the lab's working days, on working days from eight, once a day, and ends with the answer", async () => {
    await rows("UPDATE design_approval_items SET is_open = false");
    await rows("DELETE FROM design_approval_items; DELETE FROM design_approval_files");
    await rows("DELETE FROM design_approvals");
    const { approvalId } = await ask();
    await rows("UPDATE design_approvals SET remind_on = '2027-01-07' WHERE id = $1", [approvalId]);
    expect(await remind("2027-01-06T12:00:00Z")).toBe(0); // Wednesday
    expect(await remind("2027-01-07T07:30:00Z")).toBe(0);
    expect(await remind("2027-01-07T08:30:00Z")).toBe(1);
    expect(await remind("2027-01-07T17:30:00Z")).toBe(0);
    expect(await remind("2027-01-08T09:00:00Z")).toBe(1);
    expect(await remind("2027-01-09T09:00:00Z")).toBe(0); // Saturday
    const both = await Promise.all([remind("2027-01-11T09:00:00Z"), remind("2027-01-11T09:00:00Z")]);
    expect(both.toSorted()).toEqual([0, 1]);
    expect(await noticesOf(`design-reminder:${approvalId}`)).toHaveLength(3);
    const [{ version }] = await rows("SELECT version FROM design_approvals WHERE id = $1", [approvalId]);
    await decide(approvalId, "approved", "", version);
    expect(await remind("2027-01-12T09:00:00Z")).toBe(0);
  });
});
