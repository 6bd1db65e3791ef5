import { notFound } from "next/navigation";
import { z } from "zod";
import { PortalCaseFrame } from "@/components/cases/portal-case-frame";
import { FilesTab } from "@/components/files/files-tab";
import { findVersion } from "@/components/files/viewed-file";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { portalCaseHead } from "@/lib/cases/case-head";
import { asActor } from "@/lib/db/as-actor";
import { mostBytes } from "@/lib/files/limits";
import { fileRights } from "@/lib/files/rights";
import { filesOfCase } from "@/lib/files/rows";

type FilesPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const query = z.object({ file: z.uuid().optional().catch(undefined) });

export const metadata = { title: "Files" };

export default async function PortalFilesPage({ params, searchParams }: FilesPageProps) {
  await pageActor("portal.view");
  const actor = await pageActor("files.view");
  const { id } = await params;
  const { file: current } = query.parse(await searchParams);
  const read = await asActor(actor, async (tx) => {
    const head = await portalCaseHead(tx, id);
    return head && { head, files: await filesOfCase(tx, id) };
  });
  if (!read) notFound();
  const { head, files } = read;
  const { status } = head.found;
  const open = status !== "delivered" && status !== "cancelled";
  const shown = findVersion(files, current)?.version;
  return (
    <PortalCaseFrame actor={actor} head={head} current="files" counts={{ files: files.length }}>
      <FilesTab
        caseId={id}
        base={`/portal/cases/${id}/files`}
        files={files.map((file) => ({
          ...file,
          rights: fileRights(
            actor,
            file,
            file.versions.find((v) => v.id === shown?.id) ?? file,
            status === "submitted",
          ),
        }))}
        current={current}
        labName={actor.lab.name}
        mostBytes={mostBytes()}
        adding={open && may(actor, "files.upload") ? "shared" : "no"}
      />
    </PortalCaseFrame>
  );
}
