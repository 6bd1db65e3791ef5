"use client";

import { MoreHorizontal, Pencil, RotateCcw, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Button, IconButton } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { DropdownMenu, MenuItem } from "@/components/ui/dropdown-menu";
import { DateTime } from "@/components/ui/time";
import type { AttachmentView } from "@/lib/messaging/thread";
import { AttachmentList } from "./attachment-list";
import { MessageText } from "./message-text";

type Said = { body: string; at: string; attachments: readonly AttachmentView[] };

type LineProps = {
  message: Said & { isEdited: boolean; isRemoved: boolean };
  author: string;
  own: boolean;
  /** Follows another of the same person: the name is not said again. */
  continues: boolean;
  mentioned: readonly string[];
  /** Still within its author's time to change it. */
  changeable: boolean;
  onEdit: () => void;
  onRemove: () => void;
};

/** One message: who, when, what, and what was sent along. */
export function MessageLine({ message, author, own, continues, mentioned, changeable, onEdit, onRemove }: LineProps) {
  const { body, at, attachments, isEdited, isRemoved } = message;
  return (
    <Row own={own} continues={continues} author={author}>
      {!continues && <Head author={own ? "You" : author} at={at} />}
      <div className="group flex items-start gap-1">
        <Bubble own={own}>
          {isRemoved ? (
            <p className="text-muted italic">Message removed</p>
          ) : (
            <MessageText body={body} mentioned={mentioned} />
          )}
          <AttachmentList attachments={attachments} />
          {isEdited && !isRemoved && <span className="text-2xs text-muted">edited</span>}
        </Bubble>
        {changeable && (
          <DropdownMenu
            label="Change this message"
            trigger={<IconButton label="Change this message" size="sm" icon={<MoreHorizontal aria-hidden />} />}
          >
            <MenuItem icon={<Pencil aria-hidden />} onSelect={onEdit}>
              Edit
            </MenuItem>
            <MenuItem icon={<Trash2 aria-hidden />} tone="danger" onSelect={onRemove}>
              Remove
            </MenuItem>
          </DropdownMenu>
        )}
      </div>
    </Row>
  );
}

type PendingProps = {
  message: Said & { problem: string | null };
  continues: boolean;
  onRetry: () => void;
  onDrop: () => void;
};

/** A message of one's own on its way, or that could not be sent. */
export function PendingLine({ message, continues, onRetry, onDrop }: PendingProps) {
  return (
    <Row own continues={continues} author="You">
      {!continues && <Head author="You" at={message.at} />}
      <Bubble own>
        <div className="opacity-70">
          <MessageText body={message.body} mentioned={[]} />
          <AttachmentList attachments={message.attachments} />
        </div>
        {message.problem === null ? (
          <span className="text-2xs text-muted">Sending…</span>
        ) : (
          <div role="alert" className="mt-1 flex flex-wrap items-center gap-2 text-xs text-danger-text">
            {message.problem}
            <Button size="sm" icon={<RotateCcw aria-hidden />} onClick={onRetry}>
              Try again
            </Button>
            <Button size="sm" variant="ghost" onClick={onDrop}>
              Discard
            </Button>
          </div>
        )}
      </Bubble>
    </Row>
  );
}

function Row({
  own,
  continues,
  author,
  children,
}: {
  own: boolean;
  continues: boolean;
  author: string;
  children: ReactNode;
}) {
  return (
    <li className={cn("flex gap-2.5", continues ? "mt-1" : "mt-4", own && "ps-6 sm:ps-10")}>
      <span className="w-8 shrink-0">{!continues && <Avatar name={author} />}</span>
      <div className="min-w-0 flex-1">{children}</div>
    </li>
  );
}

function Head({ author, at }: { author: string; at: string }) {
  return (
    <div className="mb-0.5 flex flex-wrap items-baseline gap-x-2">
      <span className="text-sm font-semibold">{author}</span>
      <DateTime iso={at} format="time" className="text-xs text-muted" />
    </div>
  );
}

const Bubble = ({ own, children }: { own: boolean; children: ReactNode }) => (
  <div
    className={cn(
      "w-fit max-w-full min-w-0 rounded-lg border px-3 py-1.5 text-sm touch:text-base",
      own ? "border-accent-line bg-accent-soft" : "bg-surface",
    )}
  >
    {children}
  </div>
);
