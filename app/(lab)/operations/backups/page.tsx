import { DatabaseBackup } from "lucide-react";
import { sizeWords } from "@/components/files/size-words";
import { AskOnceButton } from "@/components/forms/ask-once-button";
import { BackupList } from "@/components/operations/backup-list";
import { OperationsHeader } from "@/components/operations/operations-header";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Notice } from "@/components/ui/notice";
import { Stat } from "@/components/ui/stat";
import { EmptyState } from "@/components/ui/states";
import { DateTime, RelativeTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { backUpNow } from "@/lib/operations/actions";
import { isStale } from "@/lib/operations/age-of-backup";
import { listBackups, underWay } from "@/lib/operations/queries";

export const metadata = { title: "Backups" };

export default async function BackupsPage() {
  const actor = await pageActor("operations.view");
  const { backups, busy } = await asActor(actor, async (tx) => ({
    backups: await listBackups(tx),
    busy: await underWay(tx),
  }));
  const last = backups.find(({ status }) => status === "good");
  const good = backups.filter(({ status }) => status === "good");
  return (
    <>
      <OperationsHeader
        current="/operations/backups"
        title="Backups"
        subtitle="Of the whole installation: database and files, every night at 02:12 UTC"
        actions={
          <AskOnceButton
            action={backUpNow}
            icon={<DatabaseBackup aria-hidden />}
            asked={{ title: "A backup is being made", detail: "It is listed here once it was read whole." }}
            underWay={busy}
          >
            Back up now
          </AskOnceButton>
        }
      />
      <LiveRefresh topics={["backups"]} />
      <div className="flex flex-col gap-4">
        {isStale(last?.takenAt ?? null, new Date()) && (
          <Notice
            tone="warning"
            title={last ? "The last good backup is more than 36 hours old" : "There is no good backup yet"}
          >
            {backups[0]?.status === "failed"
              ? `The last try failed: ${backups[0].error}`
              : "Take one now, and see that a worker is alive."}
          </Notice>
        )}
        {last?.takenAt && (
          <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
            <Stat
              label="Last good one"
              value={<RelativeTime iso={last.takenAt.toISOString()} />}
              detail={<DateTime iso={last.takenAt.toISOString()} format="datetime" />}
            />
            <Stat label="Rows" value={(last.rows ?? 0).toLocaleString("en")} detail={`in ${last.tables} tables`} />
            <Stat
              label="Files"
              value={(last.files ?? 0).toLocaleString("en")}
              detail={sizeWords(last.sizeBytes ?? 0)}
            />
            <Stat label="Kept" value={good.length} detail="7 days, 5 weeks, 12 months" />
          </div>
        )}
        {backups.length > 0 ? (
          <BackupList backups={backups} />
        ) : (
          <EmptyState
            icon={<DatabaseBackup strokeWidth={1.5} />}
            title="No backup yet"
            hint="Back up now, or wait for the night."
          />
        )}
        <Panel title="To restore one">
          <p className="text-sm">
            Restoring is a command, since it replaces everything. Stop Casepan, then, where it is installed, with the
            folder of the backup:
          </p>
          <pre className="mt-2 rounded-md bg-neutral-bg p-3 text-xs whitespace-pre-wrap">
            {`npm run restore -- <folder of backups>/${last?.folder ?? "<backup>"} --replace`}
          </pre>
          <p className="mt-2 text-sm text-muted">
            The backup is read whole first and compared after; the embedded database that was there is set aside, not
            lost. With DATABASE_URL the database must be empty. The folder of backups is BACKUP_DIR, or backups in
            DATA_DIR. Keep a copy on another machine.
          </p>
        </Panel>
      </div>
    </>
  );
}
