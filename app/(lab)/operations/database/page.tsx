import { RefreshCw } from "lucide-react";
import { sizeWords } from "@/components/files/size-words";
import { AskOnceButton } from "@/components/forms/ask-once-button";
import { FiguresTable } from "@/components/operations/figures-table";
import { OperationsHeader } from "@/components/operations/operations-header";
import { Panel } from "@/components/ui/card";
import { RelativeTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { refreshViewsNow } from "@/lib/operations/actions";
import { largestTables, readServer, slowStatements, viewAges } from "@/lib/operations/queries";

export const metadata = { title: "Database" };

const figure = (value: number) => value.toLocaleString("en", { maximumFractionDigits: value < 10 ? 1 : 0 });

export default async function DatabasePage() {
  const actor = await pageActor("operations.view");
  const { statements, tables, views, server } = await asActor(actor, async (tx) => ({
    statements: await slowStatements(tx),
    tables: await largestTables(tx),
    views: await viewAges(tx),
    server: await readServer(tx),
  }));
  return (
    <>
      <OperationsHeader
        current="/operations/database"
        title="Database"
        subtitle={`PostgreSQL ${server.version}, ${sizeWords(server.databaseBytes)} in all`}
      />
      <div className="flex flex-col gap-4">
        <Panel title="Statements that took longest in all" flush>
          {statements.length === 0 ? (
            <HowToCount known={server.statementsKnown} />
          ) : (
            <FiguresTable
              label="Statements by time"
              columns={[
                { header: "Statement", wide: true },
                { header: "Calls", numeric: true },
                { header: "Total, s", numeric: true },
                { header: "Mean, ms", numeric: true },
                { header: "Longest, ms", numeric: true },
              ]}
              rows={statements.map((row) => ({
                key: row.statement,
                cells: [
                  <details key="text">
                    <summary className="cursor-pointer font-mono text-xs wrap-anywhere">
                      {row.statement.replace(/\s+/g, " ").slice(0, 120)}
                    </summary>
                    <pre className="mt-1 text-xs whitespace-pre-wrap wrap-anywhere">{row.statement}</pre>
                  </details>,
                  figure(row.calls),
                  figure(row.totalMs / 1000),
                  figure(row.meanMs),
                  figure(row.longestMs),
                ],
              }))}
            />
          )}
        </Panel>
        <Panel
          title="Report views"
          aside="Refreshed every five minutes"
          actions={
            <AskOnceButton
              action={refreshViewsNow}
              icon={<RefreshCw aria-hidden />}
              asked={{ title: "The views are being refreshed", detail: "People go on reading them meanwhile." }}
              look="small"
            >
              Refresh now
            </AskOnceButton>
          }
          flush
        >
          <FiguresTable
            label="Report views by age"
            columns={[{ header: "View", wide: true }, { header: "Refreshed" }, { header: "Took, ms", numeric: true }]}
            rows={views.map((view) => ({
              key: view.name,
              cells: [view.name, <RelativeTime key="at" iso={view.refreshedAt.toISOString()} />, figure(view.tookMs)],
            }))}
          />
        </Panel>
        <Panel title="Largest tables" aside="Of the whole installation; rows by the server's estimate" flush>
          <FiguresTable
            label="Tables by size"
            columns={[
              { header: "Table", wide: true },
              { header: "Rows", numeric: true },
              { header: "Size", numeric: true },
              { header: "Indexes", numeric: true },
            ]}
            rows={tables.map((table) => ({
              key: table.name,
              cells: [table.name, figure(table.rowEstimate), sizeWords(table.tableBytes), sizeWords(table.indexBytes)],
            }))}
          />
        </Panel>
      </div>
    </>
  );
}

function HowToCount({ known }: { known: boolean }) {
  return (
    <div className="p-4 text-sm">
      <p>
        {known
          ? "The extension pg_stat_statements is there, but the server does not load it, or has counted nothing yet."
          : "This server does not count statements."}
      </p>
      <p className="mt-1 text-muted">
        The embedded server does by itself. On another, load it and make the extension once, as its superuser:
      </p>
      <pre className="mt-2 rounded-md bg-neutral-bg p-3 text-xs whitespace-pre-wrap">
        {
          "shared_preload_libraries = 'pg_stat_statements'   (postgresql.conf, then restart)\nCREATE EXTENSION pg_stat_statements;\nGRANT pg_read_all_stats TO casepan_owner;"
        }
      </pre>
    </div>
  );
}
