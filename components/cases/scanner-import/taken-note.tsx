import { dateText } from "@/components/ui/date-text";
import { Notice } from "@/components/ui/notice";
import type { TakenOrder } from "@/lib/cases/scanner/draft-of-order";

/** Says what a draft took from a scanner's order, what it could not take, and what is still to be said. */
export function TakenNote({ taken, locale }: { taken: TakenOrder; locale: string }) {
  const { orderId, patient, doctor, licence, dueOn, dueTaken, files, leftOut } = taken;
  const day = dueOn && dateText(dueOn, "date", locale, "UTC");
  const had = [
    patient && `patient ${patient}`,
    `${doctor || "dentist"} by licence ${licence}`,
    dueTaken && `wanted ${day}`,
    files === 1 ? "1 file" : `${files} files`,
  ].filter(Boolean);
  return (
    <div className="mb-4">
      <Notice tone="info" title={`From ${taken.device} order ${orderId}`}>
        <p>Taken: {had.join(", ")}.</p>
        {dueOn && !dueTaken && <p>Its due day, {day}, cannot be kept and was left out.</p>}
        {leftOut.length > 0 && (
          <p className="break-words">Not named by the order and left out: {leftOut.join(", ")}.</p>
        )}
        <p>Still to say: what is to be made, and of what. The summary tells whatever else is missing.</p>
      </Notice>
    </div>
  );
}
