import { CircleUser } from "lucide-react";
import type { ReactNode } from "react";
import type { Actor } from "@/lib/access/actor";
import { placeKey, placesOf } from "@/lib/access/places";
import { signOut, switchLab } from "@/lib/access/session-actions";
import { AppFrame } from "../shell/app-frame";
import type { NavItem } from "../shell/nav";

type Props = { actor: Actor; nav: readonly NavItem[]; children: ReactNode };

/** AppFrame for the acting person: their places, region, account and way out. */
export async function SignedInFrame({ actor, nav, children }: Props) {
  const here = placeKey({ labId: actor.lab.id, practiceId: actor.practice?.id ?? null });
  const places = actor.userId ? await placesOf(actor.userId) : [];
  const { timeZone, locale, currency } = actor.lab;
  return (
    <AppFrame
      variant={actor.audience}
      nav={nav}
      user={{ name: actor.name, email: actor.email ?? "", role: actor.role.name }}
      labs={places.map((place) => ({ id: placeKey(place), name: place.name, current: placeKey(place) === here }))}
      region={{ zone: timeZone, locale, currency }}
      signOut={signOut}
      switchLab={switchLab}
      userMenu={[{ href: "/account", label: "Account", icon: <CircleUser aria-hidden /> }]}
    >
      {children}
    </AppFrame>
  );
}
