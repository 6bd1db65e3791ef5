"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { IconButton } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/time";
import type { NotificationRow } from "@/lib/notifications/queries";
import { NotificationIcon } from "./notification-icon";

export type ShownNotification = Omit<NotificationRow, "createdAt"> & { createdAt: Date | string };

type Props = { notification: ShownNotification; onOpen: () => void; onRead: () => void };

/** One notification: opening it reads it; a button marks it read without opening. */
export function NotificationLine({ notification, onOpen, onRead }: Props) {
  const { type, priority, title, body, href, createdAt, isRead } = notification;
  return (
    <li className={cn("relative flex items-start border-b last:border-b-0", !isRead && "bg-accent-soft")}>
      <Link
        href={href}
        onClick={onOpen}
        className="flex min-w-0 flex-1 gap-2.5 px-3 py-2.5 -outline-offset-2 hover:bg-hover"
      >
        <NotificationIcon type={type} priority={priority} />
        <span className="min-w-0 flex-1">
          <span className={cn("block text-sm wrap-anywhere", !isRead && "font-semibold")}>
            {!isRead && <span className="sr-only">Unread: </span>}
            {title}
          </span>
          {body && <span className="line-clamp-2 text-xs text-muted wrap-anywhere">{body}</span>}
          <RelativeTime iso={new Date(createdAt).toISOString()} className="text-2xs text-muted" />
        </span>
      </Link>
      {!isRead && (
        <IconButton
          label={`Mark as read: ${title}`}
          size="sm"
          icon={<Check aria-hidden />}
          onClick={onRead}
          className="m-1.5"
        />
      )}
    </li>
  );
}
