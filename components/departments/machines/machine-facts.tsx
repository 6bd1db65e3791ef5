import type { Availability } from "@/lib/departments/machines/availability";
import type { MachineRecord } from "@/lib/departments/machines/queries";
import { Badge } from "../../ui/badge";
import { Card } from "../../ui/card";
import { DescriptionList } from "../../ui/description-list";
import { Money } from "../../ui/money";
import { Stat } from "../../ui/stat";
import { DateTime } from "../../ui/time";

type Props = { machine: MachineRecord; stood: Omit<Availability, "equipmentId" | "month">; today: string };

const day = (on: string | null) => on && <DateTime iso={on} format="date" />;

/** What is known of a machine, its photo, and how it stood in the last six months. */
export function MachineFacts({ machine, stood, today }: Props) {
  return (
    <>
      <div className="grid grid-cols-3 gap-3">
        <Stat
          label="Available"
          value={stood.share === null ? "–" : `${(stood.share * 100).toFixed(1)} %`}
          detail={`of ${Math.round(stood.openHours)} open hours`}
        />
        <Stat label="Faults" value={stood.faults} detail="in six months" />
        <Stat
          label="Between failures"
          value={stood.hoursBetweenFailures === null ? "–" : `${Math.round(stood.hoursBetweenFailures)} h`}
          detail="open hours, on average"
        />
      </div>
      <Card className="flex flex-col gap-4 sm:flex-row">
        {machine.photoId && (
          // biome-ignore lint/performance/noImgElement: a file behind its own route, not one for the image optimiser
          <img
            src={`/api/machine-files/${machine.photoId}`}
            alt={machine.name}
            className="max-h-48 w-full rounded-md object-cover sm:w-40"
          />
        )}
        <DescriptionList
          className="flex-1"
          items={[
            { term: "Department", value: machine.department },
            { term: "Maker", value: machine.manufacturer },
            { term: "Serial number", value: machine.serialNumber },
            { term: "Bought from", value: machine.supplier },
            { term: "Bought on", value: day(machine.purchasedOn) },
            { term: "Price", value: machine.purchasePrice && <Money amount={machine.purchasePrice} /> },
            {
              term: "Warranty until",
              value: machine.warrantyUntil && (
                <>
                  {day(machine.warrantyUntil)} {machine.warrantyUntil < today && <Badge tone="neutral">over</Badge>}
                </>
              ),
            },
            {
              term: "Calibrated until",
              value: machine.calibratedUntil && (
                <>
                  {day(machine.calibratedUntil)}{" "}
                  {machine.calibratedUntil < today && <Badge tone="danger">expired</Badge>}
                </>
              ),
            },
            { term: "Last maintained", value: day(machine.lastMaintainedOn) },
            { term: "Notes", value: machine.notes, wide: true },
          ]}
        />
      </Card>
    </>
  );
}
