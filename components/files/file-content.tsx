"use client";

import dynamic from "next/dynamic";
import { useMemo } from "react";
import { EmptyState, LoadingState } from "@/components/ui/states";
import { toast } from "@/components/ui/toast";
import { FORMATS } from "@/lib/files/formats";
import type { CaseFile, FileAudience, FileVersion } from "@/lib/files/rows";
import { PaperViewer } from "./paper-viewer";
import { PhotoViewer } from "./photo-viewer";
import type { ScanViewerProps } from "./scan/scan-viewer";
import { sendFile } from "./send-file";

/** The viewer and three.js are far larger than all the rest: fetched when a scan is opened. */
const ScanViewer = dynamic<ScanViewerProps>(() => import("./scan/scan-viewer").then((module) => module.ScanViewer), {
  ssr: false,
  loading: () => <LoadingState label="Loading the viewer" rows={6} />,
});

/** As many scans as are fetched unasked: both jaws, a bite, a design. */
const MOST_AT_FIRST = 5;
const MOST_BYTES_AT_FIRST = 120 * 1024 * 1024;
const MESHES: readonly string[] = [FORMATS.stl, FORMATS.ply, FORMATS.obj].map(({ mediaType }) => mediaType);

export const isScan = ({ mediaType }: Pick<FileVersion, "mediaType">): boolean => MESHES.includes(mediaType);

type FileContentProps = {
  /** All files of the case, for what is shown together and one after the other. */
  files: readonly CaseFile[];
  shown: FileVersion;
  onChoose: (id: string) => void;
  /** Where a picture of scans is kept; null where the reader may add none. */
  keepAt: { caseId: string; audience: FileAudience } | null;
};

/** What is in a file, as far as a browser can show it. */
export function FileContent({ files, shown, onChoose, keepAt }: FileContentProps) {
  // The versions shown before stay in the list, so that an older one can be laid over the newest.
  const scans = useMemo(
    () =>
      files
        .filter(isScan)
        .map((file) => file.versions.find(({ id }) => id === shown.id) ?? file)
        .map(({ id, name, mediaType, sizeBytes, revision }) => ({
          id,
          name: revision > 1 ? `${name} (version ${revision})` : name,
          mediaType,
          sizeBytes: Number(sizeBytes),
        })),
    [files, shown.id],
  );
  if (isScan(shown)) {
    const few =
      scans.length <= MOST_AT_FIRST && scans.reduce((sum, scan) => sum + scan.sizeBytes, 0) <= MOST_BYTES_AT_FIRST;
    return (
      <ScanViewer
        files={scans}
        first={few ? scans.map(({ id }) => id) : [shown.id]}
        current={shown.id}
        onPicture={keepAt ? (picture) => keepPicture(keepAt, shown.name, picture) : undefined}
      />
    );
  }
  if (shown.kind === "photo") {
    const photos = files.filter(({ kind }) => kind === "photo");
    const at = photos.findIndex((photo) => photo.versions.some(({ id }) => id === shown.id));
    const [before, after] = [photos[at - 1], photos[at + 1]];
    return (
      <PhotoViewer
        key={shown.id}
        id={shown.id}
        name={shown.name}
        onPrevious={before && (() => onChoose(before.id))}
        onNext={after && (() => onChoose(after.id))}
      />
    );
  }
  if (shown.mediaType === FORMATS.pdf.mediaType) return <PaperViewer id={shown.id} name={shown.name} />;
  return (
    <EmptyState
      title="This kind of file is not shown here"
      hint="Download it to open it in the program it was made for."
    />
  );
}

async function keepPicture(
  { caseId, audience }: { caseId: string; audience: FileAudience },
  of: string,
  picture: Blob,
): Promise<void> {
  const name = `${of.replace(/\.[^.]*$/, "")} view.png`;
  try {
    await sendFile({ case: caseId, audience }, new File([picture], name, { type: "image/png" }), () => {}).done;
    toast.success(`${name} added to the case`);
  } catch (error) {
    toast.error("The picture was not kept", { description: (error as Error).message });
  }
}
