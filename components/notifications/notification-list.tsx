"use client";

import { CheckCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { markAllRead, markRead } from "@/lib/notifications/actions";
import { NotificationLine, type ShownNotification } from "./notification-line";

/** A page of notifications to be opened or marked read. */
export function NotificationList({ notifications }: { notifications: ShownNotification[] }) {
  const router = useRouter();
  const { run } = useAction(markRead, { onSuccess: () => router.refresh() });
  return (
    <ul aria-label="Notifications" className="overflow-hidden rounded-lg border bg-surface">
      {notifications.map((notification) => {
        const read = () => run({ id: notification.id });
        return (
          <NotificationLine
            key={notification.id}
            notification={notification}
            onOpen={() => !notification.isRead && read()}
            onRead={read}
          />
        );
      })}
    </ul>
  );
}

/** Marks everything read. */
export function MarkAllRead() {
  const router = useRouter();
  const { run, pending } = useAction(markAllRead, { onSuccess: () => router.refresh() });
  return (
    <Button icon={<CheckCheck aria-hidden />} loading={pending} onClick={() => run({})}>
      Mark all read
    </Button>
  );
}
