import { ScanStation } from "@/components/bench/scan-station";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { workReasons } from "@/lib/workflow/reasons";

export const metadata = { title: "Scan station" };

export default async function ScanStationPage() {
  const actor = await pageActor("bench.view");
  const { pause } = await asActor(actor, (tx) => workReasons(tx));
  return (
    <ScanStation
      person={actor.name}
      today={labToday(actor.lab.timeZone)}
      pauseReasons={may(actor, "bench.work") ? pause : []}
    />
  );
}
