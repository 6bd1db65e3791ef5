import { PackageOpen } from "lucide-react";
import { DataHeader } from "@/components/data/data-header";
import { ExportList } from "@/components/data/export-list";
import { AskOnceButton } from "@/components/forms/ask-once-button";
import { Panel } from "@/components/ui/card";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { EmptyState } from "@/components/ui/states";
import { pageActor } from "@/lib/access/current";
import { askForExport } from "@/lib/data/export/actions";
import { listExports } from "@/lib/data/export/queries";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Export" };

export default async function ExportPage() {
  const actor = await pageActor("data.export");
  const exports = await asActor(actor, listExports);
  const underWay = exports.some(({ status }) => status === "waiting" || status === "running");
  return (
    <>
      <DataHeader
        actor={actor}
        current="/data/export"
        title="Export"
        subtitle="Everything the lab keeps in Casepan, as one ZIP archive"
        actions={
          <AskOnceButton
            action={askForExport}
            icon={<PackageOpen aria-hidden />}
            asked={{ title: "The export is being made", detail: "You get a letter when it is ready." }}
            underWay={underWay}
          >
            Export everything
          </AskOnceButton>
        }
      />
      <LiveRefresh topics={["exports"]} />
      <div className="flex flex-col gap-4">
        {exports.length > 0 ? (
          <ExportList exports={exports} />
        ) : (
          <EmptyState
            icon={<PackageOpen strokeWidth={1.5} />}
            title="No export yet"
            hint="Export everything: a job makes the archive while people go on working, and you get a letter."
          />
        )}
        <Panel title="What is in the archive">
          <ul className="flex list-disc flex-col gap-1 pl-5 text-sm">
            <li>
              Each table as a file of JSON Lines, with what is in the trash and the whole audit log, as of one moment.
            </li>
            <li>Every file: scans, photos, documents, proofs of delivery, certificates.</li>
            <li>
              A manifest with row counts and SHA-256 of each, and a README of the format, so that it reads without
              Casepan.
            </li>
            <li>No password, session, token or other secret.</li>
          </ul>
          <p className="mt-3 text-sm text-muted">
            It holds personal data of patients, dentists and people of the lab. It is kept for seven days, behind the
            right to export, and every download is in the audit log.
          </p>
        </Panel>
      </div>
    </>
  );
}
