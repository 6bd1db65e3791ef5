import { BellOff } from "lucide-react";
import { FilterSelect } from "@/components/data-table/filter-select";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import type { NotificationFilters, NotificationRow } from "@/lib/notifications/queries";
import { NOTIFICATION_LABELS, NOTIFICATION_TYPES } from "@/lib/notifications/vocabulary";
import { MarkAllRead, NotificationList } from "./notification-list";

type Props = {
  page: string;
  filters: NotificationFilters;
  rows: NotificationRow[];
  hasMore: boolean;
  unread: number;
};

/** All that a person was told, the newest first, by kind. */
export function NotificationsScreen({ page, filters, rows, hasMore, unread }: Props) {
  const kind = filters.type ? `type=${filters.type}&` : "";
  const last = rows.at(-1)?.id;
  return (
    <>
      <PageHeader
        title="Notifications"
        subtitle={unread === 0 ? "All read" : `${unread > 99 ? "99+" : unread} unread`}
        actions={
          <>
            {unread > 0 && <MarkAllRead />}
            <LinkButton href="/account#notifications">What I am told</LinkButton>
          </>
        }
      />
      <div className="mb-3 flex">
        <FilterSelect
          label="Kind"
          param="type"
          options={NOTIFICATION_TYPES.map((value) => ({ value, label: NOTIFICATION_LABELS[value] }))}
        />
      </div>
      {rows.length === 0 ? (
        <EmptyState
          title={filters.type ? "Nothing of this kind" : "Nothing to tell you yet"}
          hint="What concerns you appears here as it happens."
          icon={<BellOff aria-hidden />}
        />
      ) : (
        <NotificationList notifications={rows} />
      )}
      <div className="mt-3">
        <Pager
          newerHref={filters.after ? `${page}?${kind}` : undefined}
          olderHref={hasMore && last ? `${page}?${kind}after=${last}` : undefined}
          newerLabel="Newest"
          olderLabel="Earlier"
        />
      </div>
    </>
  );
}
