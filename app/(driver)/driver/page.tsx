import type { Metadata } from "next";
import { DriverApp } from "@/components/driver/driver-app";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { myDay } from "@/lib/logistics/road/my-day";

export const metadata: Metadata = { title: "Today's route", manifest: "/driver.webmanifest" };

export default async function DriverPage() {
  const actor = await pageActor("deliveries.drive");
  const day = await asActor(actor, (tx) => myDay(tx, actor));
  return (
    <>
      <PageHeader title="Today" subtitle={<DateTime iso={day.today} format="day" />} sticky={false} />
      <DriverApp day={day} />
    </>
  );
}
