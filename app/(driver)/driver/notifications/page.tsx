import { NotificationsScreen } from "@/components/notifications/notifications-screen";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { listNotifications, unreadCount } from "@/lib/notifications/queries";
import { notificationFilters } from "@/lib/notifications/schema";
import { NOTIFICATIONS_PAGE } from "@/lib/notifications/vocabulary";

export const metadata = { title: "Notifications" };

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DriverNotificationsPage({ searchParams }: Search) {
  const actor = await pageActor("account.manage");
  const filters = notificationFilters.parse(await searchParams);
  const found = await asActor(actor, async (tx) => ({
    ...(await listNotifications({ actor, tx }, filters)),
    unread: await unreadCount({ actor, tx }),
  }));
  return <NotificationsScreen page={NOTIFICATIONS_PAGE.driver} filters={filters} {...found} />;
}
