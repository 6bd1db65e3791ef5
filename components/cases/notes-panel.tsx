import { Lock, MessageSquare } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/time";
import type { RecordNote } from "@/lib/cases/record-queries";
import { NoteActions } from "./note-actions";

type NotesPanelProps = {
  notes: readonly RecordNote[];
  /** Says of each note whether it stays in the lab; a practice only ever reads shared ones. */
  tellAudience: boolean;
  /** Who wrote a note whose author the reader may not see. */
  others: string;
  children?: ReactNode;
};

/** The notes of a case, oldest first, with the form to write one as `children`. */
export function NotesPanel({ notes, tellAudience, others, children }: NotesPanelProps) {
  return (
    <Panel title="Notes" aside={notes.length > 0 ? `${notes.length}` : undefined}>
      <ul className="flex flex-col gap-3 empty:hidden">
        {notes.map((note) => (
          <li
            key={note.id}
            className={cn(
              "rounded-md border px-3 py-2",
              tellAudience && note.audience === "internal" && "border-dashed bg-sunken",
            )}
          >
            <div className="flex flex-wrap items-center gap-x-2 gap-y-0.5 text-xs text-muted">
              <span className="font-medium text-fg">{note.author ?? others}</span>
              <RelativeTime iso={new Date(note.createdAt).toISOString()} />
              {note.isEdited && <span>changed</span>}
              {tellAudience && (
                <Badge tone={note.audience === "shared" ? "info" : "neutral"}>
                  {note.audience === "shared" ? (
                    <MessageSquare aria-hidden className="size-3" />
                  ) : (
                    <Lock aria-hidden className="size-3" />
                  )}
                  {note.audience === "shared" ? "Practice reads it" : "Lab only"}
                </Badge>
              )}
              {note.isChangeable && children && (
                <NoteActions noteId={note.id} body={note.body} audience={tellAudience ? "lab" : "portal"} />
              )}
            </div>
            <p className="mt-1 text-sm break-words whitespace-pre-wrap">{note.body}</p>
          </li>
        ))}
      </ul>
      {notes.length === 0 && !children && <p className="text-sm text-muted">No notes.</p>}
      {children && <div className={notes.length > 0 ? "mt-4" : undefined}>{children}</div>}
    </Panel>
  );
}
