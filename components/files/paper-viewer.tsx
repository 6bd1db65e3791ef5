"use client";

import { useSyncExternalStore } from "react";
import { EmptyState } from "@/components/ui/states";

const never = () => () => {};

/** A PDF in the browser's own viewer, which shows it apart from this page; where there is none it says so. */
export function PaperViewer({ id, name }: { id: string; name: string }) {
  const able = useSyncExternalStore(
    never,
    () => navigator.pdfViewerEnabled,
    () => true,
  );
  if (!able) {
    return <EmptyState title="This browser cannot show PDFs" hint="Download the file to read it in another program." />;
  }
  return (
    <iframe
      src={`/api/files/${id}`}
      title={name}
      referrerPolicy="no-referrer"
      className="h-[min(78dvh,60rem)] w-full rounded-lg border bg-sunken"
    />
  );
}
