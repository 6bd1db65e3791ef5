"use client";

import { Bell, Boxes, ClipboardList, Gauge, Inbox, Receipt, Route, Settings, Users } from "lucide-react";
import type { ReactNode } from "react";
import { AppFrame, type AppFrameProps } from "@/components/shell/app-frame";
import type { NavItem } from "@/components/shell/nav";
import { IconButton } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";

const nav: NavItem[] = [
  { href: "/design", label: "Cases", icon: <ClipboardList aria-hidden /> },
  { href: "/design#incoming", label: "Incoming", icon: <Inbox aria-hidden />, count: 7 },
  { href: "/design#board", label: "Board", icon: <Gauge aria-hidden /> },
  { href: "/design#routes", label: "Routes", icon: <Route aria-hidden /> },
  { href: "/design#invoices", label: "Invoices", icon: <Receipt aria-hidden />, group: "Money", count: 128 },
  { href: "/design#stock", label: "Inventory", icon: <Boxes aria-hidden />, group: "Lab" },
  { href: "/design#people", label: "People", icon: <Users aria-hidden />, group: "Lab" },
  { href: "/design#settings", label: "Settings", icon: <Settings aria-hidden />, group: "Lab" },
];

/** The page inside each of the three frames. */
export function FrameShown({ variant, children }: { variant: AppFrameProps["variant"]; children: ReactNode }) {
  return (
    <AppFrame
      variant={variant}
      nav={variant === "lab" ? nav : nav.slice(0, 3)}
      user={{ name: "Moira Campbell", email: "moira.campbell@example.test", role: "Manager" }}
      labs={[
        { id: "1", name: "Clyde Dental Laboratory", current: true },
        { id: "2", name: "Tay Ceramics", current: false },
      ]}
      region={{ zone: "Europe/London", locale: "en-GB", currency: "GBP" }}
      signOut={async () => toast.info("Sign out was chosen")}
      switchLab={async (id) => toast.info(`Lab ${id} was chosen`)}
      userMenu={[{ href: "/design", label: "Your account" }]}
      notifications={<IconButton label="Notifications" icon={<Bell />} onClick={() => toast.info("Three unread")} />}
    >
      {children}
    </AppFrame>
  );
}
