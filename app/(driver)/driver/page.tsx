import { Truck } from "lucide-react";
import { DriverRoute } from "@/components/logistics/driver-route";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { failureReasons, myRoutes } from "@/lib/logistics/driver-queries";

export const metadata = { title: "Today's route" };

export default async function DriverPage() {
  const actor = await pageActor("deliveries.drive");
  const today = labToday(actor.lab.timeZone);
  const { routes, reasons } = await asActor(actor, async (tx) => ({
    routes: await myRoutes(tx, today),
    reasons: await failureReasons(tx),
  }));
  return (
    <>
      <LiveRefresh topics={["routes", ...routes.map((route) => `route:${route.id}`)]} />
      <PageHeader title="Today" subtitle={<DateTime iso={today} format="day" />} sticky={false} />
      {routes.length === 0 ? (
        <EmptyState
          icon={<Truck strokeWidth={1.5} />}
          title="No route for you today"
          hint="When the lab plans one for you, it shows here by itself."
        />
      ) : (
        <div className="flex flex-col gap-10 pb-28">
          {routes.map((route, i) => (
            <DriverRoute key={route.id} route={route} today={today} reasons={reasons} first={i === 0} />
          ))}
        </div>
      )}
    </>
  );
}
