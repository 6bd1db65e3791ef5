"use client";

import { Ellipsis } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { changeDentistTerms, relinkDentist, unlinkDentist } from "@/lib/practices/actions";
import type { DentistAtPractice } from "@/lib/practices/queries";
import { Form, SubmitButton } from "../forms/form";
import { useAction } from "../forms/use-action";
import { useActionForm } from "../forms/use-action-form";
import { Badge } from "../ui/badge";
import { IconButton } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DropdownMenu, MenuItem } from "../ui/dropdown-menu";
import { EmptyState } from "../ui/states";
import { DateTime } from "../ui/time";
import { toast } from "../ui/toast";
import { DentistTermsFields, type PriceListChoice } from "./dentist-terms-fields";

/** The dentists of a practice with their terms there; those who may can change the terms or take one off, with undo. */
export function DentistList({
  dentists,
  priceLists,
  editable,
}: {
  dentists: DentistAtPractice[];
  priceLists: readonly PriceListChoice[];
  editable: boolean;
}) {
  if (dentists.length === 0)
    return <EmptyState title="No dentists yet" hint="A case needs a prescribing dentist of its practice." />;
  return (
    <ul className="divide-y">
      {dentists.map((dentist) => (
        <li key={dentist.id} className="flex items-center gap-3 px-4 py-2.5">
          <div className="min-w-0 flex-1 text-sm">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 font-medium">
              <Link href={`/dentists/${dentist.dentistId}`} className="underline-offset-2 hover:underline">
                {dentist.fullName}
              </Link>
              {dentist.isPrimary && <Badge tone="info">Chief</Badge>}
              {dentist.hasAccount && <Badge tone="success">Portal</Badge>}
            </p>
            <p className="text-xs text-muted">
              Licence {dentist.licenceNumber}
              {dentist.discountPercent !== null && ` · ${Number(dentist.discountPercent)} % discount`}
              {dentist.priceList && ` · ${dentist.priceList}`}
              {dentist.startedOn && (
                <>
                  {" · from "}
                  <DateTime iso={dentist.startedOn} format="date" />
                </>
              )}
              {dentist.endedOn && (
                <>
                  {" · until "}
                  <DateTime iso={dentist.endedOn} format="date" />
                </>
              )}
            </p>
          </div>
          {editable && <DentistMenu dentist={dentist} priceLists={priceLists} />}
        </li>
      ))}
    </ul>
  );
}

type Edited = { dentist: DentistAtPractice; priceLists: readonly PriceListChoice[] };

function DentistMenu({ dentist, priceLists }: Edited) {
  const router = useRouter();
  const [editing, setEditing] = useState(false);
  const relink = useAction(relinkDentist, { onSuccess: () => router.refresh() });
  const unlink = useAction(unlinkDentist, {
    onSuccess: ({ id }) => {
      toast.undo(`${dentist.fullName} taken off`, () => relink.run({ id }));
      router.refresh();
    },
  });
  return (
    <>
      <DropdownMenu trigger={<IconButton label={`More about ${dentist.fullName}`} icon={<Ellipsis />} />} align="end">
        <MenuItem onSelect={() => setEditing(true)}>Change terms</MenuItem>
        <MenuItem onSelect={() => unlink.run({ id: dentist.id })}>Take off this practice</MenuItem>
      </DropdownMenu>
      <Dialog title={`Terms of ${dentist.fullName}`} open={editing} onOpenChange={setEditing} size="sm">
        <TermsForm dentist={dentist} priceLists={priceLists} onDone={() => setEditing(false)} />
      </Dialog>
    </>
  );
}

function TermsForm({ dentist, priceLists, onDone }: Edited & { onDone: () => void }) {
  const router = useRouter();
  const form = useActionForm(changeDentistTerms, {
    defaultValues: {
      isPrimary: dentist.isPrimary,
      discountPercent: dentist.discountPercent ?? "",
      priceListId: dentist.priceListId ?? "",
      startedOn: dentist.startedOn ?? "",
      endedOn: dentist.endedOn ?? "",
    },
    toInput: (values) => ({ ...values, id: dentist.id }),
    onSuccess: () => {
      toast.success("Terms saved");
      onDone();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <DentistTermsFields register={form.register} priceLists={priceLists} />
      <SubmitButton>Save terms</SubmitButton>
    </Form>
  );
}
