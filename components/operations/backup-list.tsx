import type { BackupRow } from "@/lib/operations/queries";
import { sizeWords } from "../files/size-words";
import { StatusBadge } from "../ui/badge";
import { Panel } from "../ui/card";
import { DateTime } from "../ui/time";
import type { Tone } from "../ui/tone";
import { FiguresTable } from "./figures-table";

const STATUS: Record<BackupRow["status"], { tone: Tone; words: string }> = {
  running: { tone: "progress", words: "Being made" },
  good: { tone: "success", words: "Good, read whole" },
  failed: { tone: "danger", words: "Failed" },
  rotated_out: { tone: "neutral", words: "Let go of" },
};
const OCCASION = { night: "By night", asked: "Asked for", command: "By command" };

/** The backups that are kept, and those that failed. */
export function BackupList({ backups }: { backups: BackupRow[] }) {
  return (
    <Panel title="Kept" aside="The newest of each of 7 days, 5 weeks and 12 months" flush>
      <FiguresTable
        label="Backups"
        columns={[
          { header: "Taken" },
          { header: "State", wide: true },
          { header: "Occasion" },
          { header: "Rows", numeric: true },
          { header: "Files", numeric: true },
          { header: "Size", numeric: true },
        ]}
        rows={backups.map((one) => ({
          key: one.id,
          cells: [
            <DateTime key="at" iso={(one.takenAt ?? one.startedAt).toISOString()} format="datetime" />,
            <span key="state" className="flex flex-col gap-0.5">
              <span>
                <StatusBadge tone={STATUS[one.status].tone}>{STATUS[one.status].words}</StatusBadge>
              </span>
              {one.error && <span className="text-danger-text wrap-anywhere">{one.error}</span>}
              {one.folder && <span className="font-mono text-2xs text-muted wrap-anywhere">{one.folder}</span>}
            </span>,
            <span key="occasion" className="whitespace-nowrap">
              {OCCASION[one.occasion]}
            </span>,
            one.rows?.toLocaleString("en") ?? "–",
            one.files?.toLocaleString("en") ?? "–",
            one.sizeBytes === null ? (
              "–"
            ) : (
              <span key="size" className="whitespace-nowrap">
                {sizeWords(one.sizeBytes)}
              </span>
            ),
          ],
        }))}
      />
    </Panel>
  );
}
