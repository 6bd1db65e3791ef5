import { CircleCheck, Plus, Printer, Truck, Upload } from "lucide-react";
import { LinkButton } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { DateTime } from "@/components/ui/time";
import type { SentCase as Sent } from "@/lib/cases/submission-queries";

type SentCaseProps = {
  sent: Sent;
  /** The case's own page, `/portal/cases/<id>`. */
  caseHref: string;
  /** Another prescription. */
  againHref: string;
  /** Where the practice asks for the pick-up of what is to be sent along. */
  pickupHref?: string;
};

/** A case is in: its number, when it will be due, and what to do now. */
export function SentCase({ sent, caseHref, againHref, pickupHref }: SentCaseProps) {
  const scanMissing = sent.impression === "digital_scan" && sent.files === 0;
  return (
    <Card className="mx-auto flex max-w-2xl flex-col gap-5 p-6">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <CircleCheck aria-hidden className="size-10 text-success-mark" strokeWidth={1.5} />
        <div>
          <p className="text-2xl font-semibold tracking-tight tabular-nums">{sent.number}</p>
          <p className="text-sm text-muted">
            Due at the practice <DateTime iso={sent.dueOn} format="day" />
          </p>
        </div>
      </div>
      <DescriptionList
        columns={2}
        items={[
          { term: "Practice", value: sent.practiceName },
          { term: "Dentist", value: sent.dentistName },
          { term: "Patient", value: sent.patientReference },
          { term: "Items", value: sent.items },
          { term: "Files", value: sent.files === 0 ? "None" : sent.files },
        ]}
      />
      {scanMissing && (
        <Notice tone="warning" title="No scan came with it">
          Work begins once the lab has the scan. Add it now, or send it from the scanner.
        </Notice>
      )}
      <p className="text-sm">
        {sent.impression === "physical"
          ? "Print the ticket and put it in the bag with the impression: the lab scans it when it arrives."
          : "The lab has it now. You can follow it here; print the ticket if something goes along with it."}
      </p>
      <div className="flex flex-wrap gap-2">
        {scanMissing && (
          <LinkButton href={`${caseHref}/files`} variant="primary" icon={<Upload />}>
            Add the scan
          </LinkButton>
        )}
        <LinkButton href={`${caseHref}/ticket`} variant={scanMissing ? "secondary" : "primary"} icon={<Printer />}>
          Print ticket
        </LinkButton>
        {pickupHref && sent.isPhysical && (
          <LinkButton href={pickupHref} icon={<Truck />}>
            Ask for a pick-up
          </LinkButton>
        )}
        <LinkButton href={caseHref}>Open the case</LinkButton>
        <LinkButton href={againHref} variant="ghost" icon={<Plus />}>
          Another case
        </LinkButton>
      </div>
    </Card>
  );
}
