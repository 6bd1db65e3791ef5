import type { Context } from "@/lib/access/action";
import { addressOf } from "@/lib/access/tokens";
import { sql } from "@/lib/db/sql";
import { queueMail } from "@/lib/mail/queue";
import { writeLetter } from "@/lib/mail/templates/write-letter";
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
  const lot = `${told.material}, lot ${told.lot}`;
  const common = {
    labId: actor.lab.id,
    to: notice.to,
    from: actor.lab.name,
    href: addressOf(`/portal/recalls/${noticeId}`),
  };
  const between = { practice: notice.practice, lab: actor.lab.name, lot };
  const letter =
    kind === "withdrawal"
      ? await writeLetter(tx, "recall_withdrawn", { ...common, values: { ...between, reason: notice.withdrawnReason } })
      : await writeLetter(tx, kind === "recall" ? "recall" : "recall_reminder", {
          ...common,
          values: {
            ...between,
            why: whyOf(told, lot),
            advice: told.advice,
            cases: told.cases.map(caseLine).join("\n"),
          },
        });
  await queueMail(tx, { to: notice.to, ...letter });
}

const whyOf = ({ supplier, reason, reference }: Told, lot: string): string =>
  `${lot}${supplier ? ` by ${supplier}` : ""} was recalled: ${reason}${reference ? ` (reference ${reference})` : ""}`;

const caseLine = ({ number, patient, items }: Told["cases"][number]): string =>
  `${number}, patient ${patient}: ${items.join(", ")}`;
