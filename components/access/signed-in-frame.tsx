import { CircleUser, SlidersHorizontal, Star } from "lucide-react";
import type { ReactNode } from "react";
import { type Actor, may } from "@/lib/access/actor";
import { placeKey, placesOf } from "@/lib/access/places";
import { signOut, switchLab } from "@/lib/access/session-actions";
import { asActor } from "@/lib/db/as-actor";
import { unreadConversations } from "@/lib/messaging/list";
import { unreadCount } from "@/lib/notifications/queries";
import { NOTIFICATIONS_PAGE } from "@/lib/notifications/vocabulary";
import { Bell } from "../notifications/bell";
import { PaletteButton } from "../search/palette-button";
import { AppFrame } from "../shell/app-frame";
import type { NavItem } from "../shell/nav";
import { LiveRefresh } from "../ui/live-refresh";
import { Presence } from "./presence";

type Props = { actor: Actor; nav: readonly NavItem[]; children: ReactNode };

const MESSAGES = ["/messages", "/portal/messages"];

/** AppFrame for the acting person: their places, region, account, what they have not read, and way out. */
export async function SignedInFrame({ actor, nav, children }: Props) {
  const here = placeKey({ labId: actor.lab.id, practiceId: actor.practice?.id ?? null });
  const places = actor.userId ? await placesOf(actor.userId) : [];
  const { timeZone, locale, currency } = actor.lab;
  const unread = await asActor(actor, async (tx) => ({
    notifications: await unreadCount({ actor, tx }),
    conversations: may(actor, "messages.use") ? await unreadConversations({ actor, tx }) : 0,
  }));
  return (
    <AppFrame
      variant={actor.audience}
      nav={nav.map((item) => (MESSAGES.includes(item.href) ? { ...item, count: unread.conversations } : item))}
      user={{ name: actor.name, email: actor.email ?? "", role: actor.role.name }}
      labs={places.map((place) => ({ id: placeKey(place), name: place.name, current: placeKey(place) === here }))}
      region={{ zone: timeZone, locale, currency }}
      signOut={signOut}
      switchLab={switchLab}
      search={
        actor.audience !== "driver" && (
          <PaletteButton searchHref={actor.audience === "portal" ? "/portal/search" : "/search"} />
        )
      }
      notifications={<Bell unread={unread.notifications} listPage={NOTIFICATIONS_PAGE[actor.audience]} />}
      userMenu={[
        { href: "/account", label: "Account", icon: <CircleUser aria-hidden /> },
        ...(actor.audience === "portal" && actor.permissions.has("portal.submit")
          ? [
              { href: "/portal/preferences", label: "Preferences", icon: <SlidersHorizontal aria-hidden /> },
              { href: "/portal/ratings", label: "Ratings", icon: <Star aria-hidden /> },
            ]
          : []),
      ]}
    >
      <Presence />
      <LiveRefresh topics={[`user:${actor.userId}`]} />
      {children}
    </AppFrame>
  );
}
