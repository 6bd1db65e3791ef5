"use client";

import { Bell as BellIcon, CheckCheck } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { refusalText, useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Popover } from "@/components/ui/popover";
import { LoadingState } from "@/components/ui/states";
import { markAllRead, markRead, openBell } from "@/lib/notifications/actions";
import { NotificationLine, type ShownNotification } from "./notification-line";

/** The bell in the frame: how much is unread, and the newest of it. `listPage` shows all. */
export function Bell({ unread, listPage }: { unread: number; listPage: string }) {
  const [open, setOpen] = useState(false);
  const count = unread > 99 ? "99+" : String(unread);
  return (
    <Popover
      label="Notifications"
      align="end"
      open={open}
      onOpenChange={setOpen}
      className="w-96 p-0"
      trigger={
        <button
          type="button"
          title="Notifications"
          aria-label={unread === 0 ? "Notifications" : `Notifications, ${count} unread`}
          className="relative flex size-control shrink-0 items-center justify-center rounded-md hover:bg-hover touch:size-11"
        >
          <BellIcon aria-hidden className="size-4" />
          {unread > 0 && (
            <span
              aria-hidden
              className="absolute top-0 right-0 rounded-full bg-accent px-1 text-2xs font-medium text-accent-fg tabular-nums"
            >
              {count}
            </span>
          )}
        </button>
      }
    >
      <BellPanel unread={unread} listPage={listPage} close={() => setOpen(false)} />
    </Popover>
  );
}

function BellPanel({ unread, listPage, close }: { unread: number; listPage: string; close: () => void }) {
  const router = useRouter();
  const [shown, setShown] = useState<ShownNotification[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came or was read elsewhere changes the count, and so the list
  useEffect(() => {
    let wanted = true;
    openBell({})
      .then((answer) => {
        if (!wanted) return;
        if (answer.ok) setShown(answer.data);
        else setProblem(refusalText(answer));
      })
      .catch(() => wanted && setProblem("There is no connection. Open this again in a moment."));
    return () => {
      wanted = false;
    };
  }, [unread]);
  const changed = { onSuccess: () => router.refresh() };
  const one = useAction(markRead, changed);
  const all = useAction(markAllRead, changed);
  const read = (id?: string) =>
    setShown(
      (known) => known?.map((each) => (id === undefined || each.id === id ? { ...each, isRead: true } : each)) ?? null,
    );
  return (
    <>
      <div className="flex min-h-control items-center gap-2 border-b py-1.5 ps-3 pe-1.5">
        <h2 className="flex-1 text-sm font-semibold">Notifications</h2>
        {unread > 0 && (
          <Button
            size="sm"
            variant="ghost"
            icon={<CheckCheck aria-hidden />}
            loading={all.pending}
            onClick={() => {
              read();
              all.run({});
            }}
          >
            Mark all read
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className="p-3 text-sm text-danger-text">
          {problem}
        </p>
      )}
      {!shown && !problem && (
        <div className="p-3">
          <LoadingState rows={3} label="Reading notifications" />
        </div>
      )}
      {shown?.length === 0 && <p className="px-3 py-6 text-center text-sm text-muted">Nothing to tell you yet.</p>}
      {shown && shown.length > 0 && (
        <ul className="max-h-96 overflow-y-auto" aria-label="Newest notifications">
          {shown.map((notification) => (
            <NotificationLine
              key={notification.id}
              notification={notification}
              onOpen={() => {
                if (!notification.isRead) one.run({ id: notification.id });
                close();
              }}
              onRead={() => {
                read(notification.id);
                one.run({ id: notification.id });
              }}
            />
          ))}
        </ul>
      )}
      <div className="border-t p-1.5">
        <Link
          href={listPage}
          onClick={close}
          className="flex min-h-control items-center justify-center rounded-md text-sm font-medium text-accent-text hover:bg-hover"
        >
          See all
        </Link>
      </div>
    </>
  );
}
