import { sizeWords } from "@/components/files/size-words";
import { FiguresTable } from "@/components/operations/figures-table";
import { OperationsHeader } from "@/components/operations/operations-header";
import { RetryTopic } from "@/components/operations/retry-topic";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { Progress } from "@/components/ui/progress";
import { Stat } from "@/components/ui/stat";
import { DateTime, RelativeTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { migrationNames } from "@/lib/db/migration-names";
import { isStale } from "@/lib/operations/age-of-backup";
import { disks } from "@/lib/operations/disk";
import { listBackups, outboxTopics, queues, readServer } from "@/lib/operations/queries";

export const metadata = { title: "Operations" };

export default async function OperationsPage() {
  const actor = await pageActor("operations.view");
  const [{ jobs, outbox, server, backups }, space] = await Promise.all([
    asActor(actor, async (tx) => ({
      jobs: await queues(tx),
      outbox: await outboxTopics(tx),
      server: await readServer(tx),
      backups: await listBackups(tx),
    })),
    disks(),
  ]);
  const sum = (of: (row: (typeof jobs)[number]) => number) => jobs.reduce((total, row) => total + of(row), 0);
  const last = backups.find(({ status }) => status === "good")?.takenAt ?? null;
  const pending = migrationNames().filter((name) => !server.migrations.includes(name)).length;
  const connections = server.connections.reduce((total, { count }) => total + count, 0);
  return (
    <>
      <OperationsHeader current="/operations" title="Operations" subtitle="How this installation runs" />
      <div className="flex flex-col gap-4">
        {isStale(last, new Date()) && (
          <Notice
            tone="warning"
            title={last ? "The last good backup is more than 36 hours old" : "There is no good backup yet"}
          >
            One is taken every night. See Backups for what went wrong, or take one now.
          </Notice>
        )}
        {server.workers.length === 0 && (
          <Notice tone="danger" title="No worker is alive">
            Jobs, letters and live updates stand still until one is: npm start runs one, npm run worker another.
          </Notice>
        )}
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          <Stat
            label="Failed jobs"
            value={sum((row) => row.failed)}
            detail={`${sum((row) => row.retrying)} to be tried again`}
            href="/operations/jobs"
          />
          <Stat
            label="Jobs waiting"
            value={sum((row) => row.waiting)}
            detail={`${sum((row) => row.running)} running`}
            href="/operations/jobs"
          />
          <Stat
            label="Database"
            value={sizeWords(server.databaseBytes)}
            detail={`${connections} of ${server.maxConnections} connections`}
            href="/operations/database"
          />
          <Stat
            label="Last good backup"
            value={last ? <RelativeTime iso={last.toISOString()} /> : "None"}
            href="/operations/backups"
          />
        </div>
        <div className="grid gap-4 lg:grid-cols-2">
          <Panel title="Versions">
            <DescriptionList
              items={[
                { term: "Casepan", value: process.env.CASEPAN_VERSION ?? "unknown" },
                { term: "Node", value: process.versions.node },
                { term: "PostgreSQL", value: server.version },
                {
                  term: "Database up since",
                  value: <DateTime iso={server.startedAt.toISOString()} format="datetime" />,
                },
                {
                  term: "Migrations",
                  value: `${server.migrations.length} applied${pending > 0 ? `, ${pending} missing` : ""}`,
                },
                { term: "Workers alive", value: server.workers.map(({ id }) => id).join(", ") || null },
              ]}
            />
          </Panel>
          <Panel title="Room on the disk">
            <div className="flex flex-col gap-3 text-sm">
              {space.map(({ what, freeBytes, totalBytes }) => (
                <div key={what}>
                  <p className="flex justify-between gap-4">
                    <span>{what}</span>
                    <span className="text-muted tabular-nums">
                      {sizeWords(freeBytes)} free of {sizeWords(totalBytes)}
                    </span>
                  </p>
                  <Progress
                    value={totalBytes - freeBytes}
                    max={totalBytes}
                    label={`Used where ${what.toLowerCase()} are`}
                    tone={freeBytes / totalBytes < 0.1 ? "danger" : undefined}
                  />
                </div>
              ))}
            </div>
          </Panel>
        </div>
        <Panel title="Outbox" aside="Not handed over yet: this lab's and the installation's" flush>
          {outbox.length === 0 ? (
            <p className="p-4 text-sm text-muted">Empty: everything was handed over.</p>
          ) : (
            <FiguresTable
              label="Outbox by topic"
              columns={[
                { header: "Topic", wide: true },
                { header: "Due", numeric: true },
                { header: "For later", numeric: true },
                { header: "Failed", numeric: true },
                { header: "Oldest" },
                { header: "Again" },
              ]}
              rows={outbox.map((row) => ({
                key: row.topic,
                cells: [
                  <>
                    <span className="font-mono text-xs">{row.topic}</span>
                    {row.error && <span className="block text-danger-text">{row.error}</span>}
                  </>,
                  row.due,
                  row.later,
                  row.failed,
                  <RelativeTime key="oldest" iso={row.oldest.toISOString()} />,
                  row.failed > 0 && <RetryTopic key="retry" topic={row.topic} />,
                ],
              }))}
            />
          )}
        </Panel>
        <Panel title="Connections to the database" flush>
          <FiguresTable
            label="Connections by program and state"
            columns={[{ header: "Program", wide: true }, { header: "State" }, { header: "Connections", numeric: true }]}
            rows={server.connections.map(({ name, state, count }) => ({
              key: `${name} ${state}`,
              cells: [name, state, count],
            }))}
          />
        </Panel>
      </div>
    </>
  );
}
