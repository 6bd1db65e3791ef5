import { renderToBuffer, Text } from "@react-pdf/renderer";
import type { Actor } from "@/lib/access/actor";
import type { Parties } from "@/lib/billing/parties";
import { paper } from "@/lib/billing/pdf/paper-styles";
import { CASE_STATUS_LABEL } from "@/lib/cases/vocabulary";
import { dayWords } from "../trace/day-words";
import { PaperTable } from "../trace/paper-table";
import { TracePaper } from "../trace/trace-paper";
import type { Recall } from "./queries";

/** The PDF of a recall's file: why, every case that is affected, what each practice was told and answered, and the outcome. */
export async function renderRecall(
  { lab, recall, printedAt }: { lab: Parties["lab"]; recall: Recall; printedAt: Date },
  actor: Actor,
): Promise<{ name: string; pdf: Buffer }> {
  const day = dayWords(actor.lab.locale, actor.lab.timeZone);
  const on = (at: Date | null) => (at ? day(at.toISOString()) : "");
  const facts = [
    `${recall.material}, lot ${recall.lot}${recall.supplier ? `, ${recall.supplier}` : ""}`,
    `Recalled ${on(recall.recalledAt)} by ${recall.recalledBy}: ${recall.reason}`,
    recall.reference && `Reference: ${recall.reference}`,
    recall.advice && `Advice to the practices: ${recall.advice}`,
    recall.closedAt && `Closed ${on(recall.closedAt)} by ${recall.closedBy}: ${recall.outcome}`,
    recall.withdrawnAt && `Withdrawn ${on(recall.withdrawnAt)} by ${recall.withdrawnBy}: ${recall.withdrawnReason}`,
    `Left of it: ${recall.onHand} ${recall.unit}`,
  ];
  const pdf = await renderToBuffer(
    <TracePaper
      title={`Recall of lot ${recall.lot}`}
      facts={facts}
      lab={lab}
      locale={actor.lab.locale}
      printedAt={printedAt}
      day={day}
    >
      <Text style={paper.strong}>Affected cases</Text>
      <PaperTable
        heads={["Practice", "Case", "Items", "Patient", "Dentist", "State"]}
        widths={[108, 78, 98, 84, 78]}
        rows={recall.affected.flatMap(({ practice, cases }) =>
          cases.map((each) => [
            practice,
            each.number,
            each.items.join("\n"),
            each.patient,
            each.dentist,
            CASE_STATUS_LABEL[each.status],
          ]),
        )}
      />
      <Text style={[paper.strong, { marginTop: 14 }]}>Practices told</Text>
      <PaperTable
        heads={["Practice", "Told", "Reminded", "Acknowledged", "Remark"]}
        widths={[140, 90, 55, 130]}
        rows={recall.list.map((notice) => [
          notice.practice,
          on(notice.toldAt),
          notice.reminders > 0 ? `${notice.reminders}×` : "–",
          notice.acknowledgedAt ? `${on(notice.acknowledgedAt)}\n${notice.acknowledgedName}` : "not yet",
          notice.remark ?? "",
        ])}
      />
    </TracePaper>,
  );
  return { name: `recall-lot-${recall.lot.replaceAll(/[^\w.-]+/g, "-")}.pdf`, pdf };
}
