import type { ShipmentEvent } from "@/lib/logistics/shipment-queries";
import { DateTime } from "../ui/time";
import { Timeline } from "../ui/timeline";
import type { Tone } from "../ui/tone";

const TONE: Record<string, Tone> = {
  delivered: "success",
  delivery_failed: "danger",
  delivery_rescheduled: "warning",
  out_for_delivery: "progress",
};

/** What happened to a shipment, as sentences. */
export function ShipmentTimeline({ events }: { events: ShipmentEvent[] }) {
  return (
    <Timeline
      label="History of the shipment"
      items={events.map((event) => ({
        id: event.id,
        who: event.who,
        when: event.at.toISOString(),
        tone: TONE[event.kind],
        sentence: <Sentence event={event} />,
      }))}
    />
  );
}

function Sentence({ event: { kind, data } }: { event: ShipmentEvent }) {
  switch (kind) {
    case "shipment_made":
      return "Packed";
    case "unpacked":
      return "Unpacked, or packed anew with less";
    case "put_on_route":
      return (
        <>
          Put on the route {data.route} of <DateTime iso={data.date ?? ""} format="day" />
        </>
      );
    case "out_for_delivery":
      return data.carrier
        ? `Handed to ${data.carrier}${data.tracking ? `, tracking ${data.tracking}` : ""}`
        : "Out for delivery";
    case "delivered":
      return `Delivered, received by ${data.receiver}`;
    case "delivery_rescheduled":
      if (data.way === "carrier") return `To go with ${data.carrier} instead`;
      if (data.way === "collected") return "To be collected at the lab instead";
      return (
        <>
          To go out again
          {data.date && (
            <>
              {" "}
              {" on "}
              <DateTime iso={data.date} format="day" />
            </>
          )}
          , attempt {data.attempt}
        </>
      );
    default:
      return `Could not be delivered: ${data.reason}. Back to the lab.`;
  }
}
