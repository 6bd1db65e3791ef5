import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { letterBody } from "@/lib/mail/letter";
import { Letter, Line } from "@/lib/mail/letters/letter";
import { queueMail } from "@/lib/mail/queue";
import type { Told } from "./told";

export type RecallLetterKind = "recall" | "reminder" | "withdrawal";
type Notice = { to: string | null; practice: string; told: Told; withdrawnReason: string | null; isOpen: boolean };

/** The letter of a recall's notice to its practice, with that practice's cases alone. A practice without an address gets none. */
export async function mailRecall(
  { actor, tx }: Context,
  { noticeId, kind }: { noticeId: string; kind: RecallLetterKind },
): Promise<void> {
  const notice = await tx.row<Notice>(sql`
    SELECT p.email AS to, p.name AS practice, n.told, n.withdrawn_reason AS "withdrawnReason",
      n.acknowledged_at IS NULL AND n.withdrawn_at IS NULL AS "isOpen"
    FROM recall_notices n JOIN practices p ON p.id = n.practice_id WHERE n.id = ${noticeId}`);
  if (!notice?.to || (kind !== "withdrawal" && !notice.isOpen)) return;
  const { told } = notice;
  const what = `${told.material}, lot ${told.lot}`;
  const subject = {
    recall: `Recall of ${what}: please acknowledge`,
    reminder: `Reminder: recall of ${what} is not acknowledged yet`,
    withdrawal: `Recall of ${what} withdrawn`,
  }[kind];
  const body = await letterBody(
    <Letter
      preview={`${told.cases.length === 1 ? "1 case" : `${told.cases.length} cases`} of yours`}
      heading={subject}
      from={actor.lab.name}
      link={{ href: `${process.env.NEXTAUTH_URL ?? ""}/portal/recalls/${noticeId}`, label: "Open the notice" }}
    >
      <Line>Dear {notice.practice},</Line>
      {kind === "withdrawal" ? (
        <Line>
          we have withdrawn the recall of {what}: {notice.withdrawnReason} Nothing needs to be done.
        </Line>
      ) : (
        <Recalled told={told} what={what} />
      )}
    </Letter>,
  );
  await queueMail(tx, { to: notice.to, subject, ...body });
}

function Recalled({ told, what }: { told: Told; what: string }) {
  return (
    <>
      <Line>
        {what}
        {told.supplier ? ` by ${told.supplier}` : ""} was recalled: {told.reason}
        {told.reference ? ` (reference ${told.reference})` : ""}
      </Line>
      {told.advice && <Line>{told.advice}</Line>}
      <Line>These cases of yours were made with it:</Line>
      {told.cases.map(({ caseId, number, patient, items }) => (
        <Line key={caseId}>
          {number}, patient {patient}: {items.join(", ")}
        </Line>
      ))}
      <Line>Please open the notice and acknowledge it.</Line>
    </>
  );
}
