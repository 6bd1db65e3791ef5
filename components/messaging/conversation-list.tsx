"use client";

import { FileStack, Lock, User, Users } from "lucide-react";
import Link from "next/link";
import type { KeyboardEvent } from "react";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/time";
import type { ConversationLine } from "@/lib/messaging/list";

type Line = Omit<ConversationLine, "at"> & { at: string };

const ICONS = { direct: User, group: Users, case: FileStack };

/** The conversations one is in, the last spoken in first; arrow keys go from one to the next. */
export function ConversationList({
  lines,
  base,
  current,
}: {
  lines: readonly Line[];
  base: string;
  current: string | null;
}) {
  const move = (event: KeyboardEvent<HTMLUListElement>) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!by) return;
    const links = [...event.currentTarget.querySelectorAll("a")];
    const next = links[links.indexOf(document.activeElement as HTMLAnchorElement) + by];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ul onKeyDown={move} aria-label="Conversations">
      {lines.map((line) => {
        const Icon = ICONS[line.type];
        return (
          <li key={line.id} className="border-b last:border-b-0">
            <Link
              href={`${base}/${line.id}`}
              aria-current={line.id === current ? "page" : undefined}
              className={cn(
                "flex gap-2.5 px-3 py-2.5 -outline-offset-2",
                line.id === current ? "bg-accent-soft" : "hover:bg-hover",
              )}
            >
              <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
              <span className="min-w-0 flex-1">
                <span className="flex items-baseline gap-2">
                  <span className={cn("truncate text-sm", line.unread > 0 ? "font-semibold" : "font-medium")}>
                    {line.title}
                  </span>
                  <RelativeTime iso={line.at} className="ml-auto shrink-0 text-2xs text-muted" />
                </span>
                {(line.practice || line.isInternal) && (
                  <span className="flex items-center gap-1 truncate text-2xs text-muted">
                    {line.isInternal ? (
                      <>
                        <Lock aria-hidden className="size-3" /> Lab only
                      </>
                    ) : (
                      line.practice
                    )}
                  </span>
                )}
                <span className="flex items-center gap-2">
                  <span className={cn("truncate text-xs", line.unread > 0 ? "text-fg" : "text-muted")}>
                    {line.last}
                  </span>
                  {line.unread > 0 && (
                    <span className="ml-auto shrink-0 rounded-full bg-accent px-1.5 text-2xs font-medium text-accent-fg tabular-nums">
                      <span aria-hidden>{line.unread > 99 ? "99+" : line.unread}</span>
                      <span className="sr-only">{line.unread} unread</span>
                    </span>
                  )}
                </span>
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
