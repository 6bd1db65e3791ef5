"use client";

import { Plus, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ListedTaxRate } from "@/lib/billing/price-lists";
import { takeBackTaxRate } from "@/lib/billing/prices/actions";
import { useAction } from "../forms/use-action";
import { AlertDialog } from "../ui/alert-dialog";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Panel } from "../ui/card";
import { DateTime } from "../ui/time";
import { toast } from "../ui/toast";
import { TaxRateDialog } from "./tax-rate-dialog";

type TaxRatesProps = { rates: ListedTaxRate[]; editable: boolean; today: string };

/** The lab's taxes with the days from which their rates hold. */
export function TaxRatesPanel({ rates, editable, today }: TaxRatesProps) {
  const inForce = (rate: ListedTaxRate) =>
    rates.find(({ name, validFrom }) => name === rate.name && validFrom <= today)?.id === rate.id;
  return (
    <Panel
      title="Tax rates"
      actions={
        editable && (
          <TaxRateDialog
            rates={rates}
            today={today}
            trigger={
              <Button size="sm" icon={<Plus />}>
                Add rate
              </Button>
            }
          />
        )
      }
    >
      {rates.length === 0 ? (
        <p className="text-sm text-muted">None yet: drafted lines will ask for their tax.</p>
      ) : (
        <ul className="flex flex-col gap-2.5 text-sm">
          {rates.map((rate) => (
            <li key={rate.id} className="flex items-start justify-between gap-3">
              <span className="min-w-0">
                <span className="flex flex-wrap items-center gap-1">
                  {rate.name} {rate.isDefault && <Badge>default</Badge>}
                  {rate.validFrom > today && <Badge tone="info">to come</Badge>}
                  {inForce(rate) && <Badge tone="success">in force</Badge>}
                </span>
                <span className="block text-xs text-muted">
                  from <DateTime iso={rate.validFrom} format="date" />
                  {rate.exemptNote && `: ${rate.exemptNote}`}
                </span>
              </span>
              <span className="flex shrink-0 items-center gap-1 tabular-nums">
                {rate.exemptNote ? "exempt" : `${rate.percent.replace(/\.?0+$/, "") || "0"} %`}
                {editable && rate.validFrom > today && <TakeBack rate={rate} />}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function TakeBack({ rate }: { rate: ListedTaxRate }) {
  const router = useRouter();
  const { run } = useAction(takeBackTaxRate, {
    onSuccess: () => {
      toast.success("Tax rate taken back");
      router.refresh();
    },
  });
  return (
    <AlertDialog
      trigger={<IconButton label={`Take back the rate of ${rate.name} to come`} icon={<Undo2 />} size="sm" />}
      title={`Take back the rate of ${rate.name} to come?`}
      description="It has not begun, so no invoice bears it."
      confirm="Take back"
      onConfirm={() => run({ taxRateId: rate.id })}
    />
  );
}
