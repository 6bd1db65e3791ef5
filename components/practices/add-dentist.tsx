"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Controller } from "react-hook-form";
import { addDentist, findDentists, linkDentist } from "@/lib/practices/actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Combobox } from "../ui/combobox";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { SegmentedControl } from "../ui/radio-group";
import { toast } from "../ui/toast";
import { DentistTermsFields, type PriceListChoice, USUAL_TERMS } from "./dentist-terms-fields";

const WAYS = [
  { value: "new", label: "New dentist" },
  { value: "known", label: "Known to the lab" },
];

type Shared = { practiceId: string; priceLists: readonly PriceListChoice[] };

/** Adds a dentist to a practice: a new one with licence number, or one who works at another practice too. */
export function AddDentist({ practiceId, priceLists }: Shared) {
  const [open, setOpen] = useState(false);
  const [way, setWay] = useState("new");
  const router = useRouter();
  const done = () => {
    toast.success("Dentist added");
    setOpen(false);
    router.refresh();
  };
  return (
    <Dialog
      title="Add a dentist"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" icon={<UserPlus />}>
          Add dentist
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <SegmentedControl label="Who" choices={WAYS} value={way} onValueChange={setWay} />
        {way === "new" ? (
          <NewDentist practiceId={practiceId} priceLists={priceLists} onDone={done} />
        ) : (
          <KnownDentist practiceId={practiceId} priceLists={priceLists} onDone={done} />
        )}
      </div>
    </Dialog>
  );
}

function NewDentist({ practiceId, priceLists, onDone }: Shared & { onDone: () => void }) {
  const form = useActionForm(addDentist, {
    defaultValues: { fullName: "", licenceNumber: "", email: "", phone: "", ...USUAL_TERMS },
    toInput: (values) => ({ ...values, practiceId }),
    onSuccess: onDone,
  });
  return (
    <Form form={form}>
      <Field name="fullName" label="Name" required>
        <Input autoComplete="off" {...form.register("fullName")} />
      </Field>
      <Field name="licenceNumber" label="Licence number" required>
        <Input autoComplete="off" {...form.register("licenceNumber")} />
      </Field>
      <Field name="email" label="E-mail">
        <Input type="email" autoComplete="off" {...form.register("email")} />
      </Field>
      <Field name="phone" label="Phone">
        <Input type="tel" autoComplete="off" {...form.register("phone")} />
      </Field>
      <DentistTermsFields register={form.register} priceLists={priceLists} />
      <SubmitButton>Add dentist</SubmitButton>
    </Form>
  );
}

function KnownDentist({ practiceId, priceLists, onDone }: Shared & { onDone: () => void }) {
  const form = useActionForm(linkDentist, {
    defaultValues: { dentistId: "", ...USUAL_TERMS },
    toInput: (values) => ({ ...values, practiceId }),
    onSuccess: onDone,
  });
  const { found, search, searching } = useDentists(practiceId);
  return (
    <Form form={form}>
      <Field name="dentistId" label="Dentist" required>
        <Controller
          control={form.control}
          name="dentistId"
          render={({ field }) => (
            <Combobox
              options={found.map((one) => ({ value: one.id, label: one.fullName, detail: one.licenceNumber }))}
              value={field.value}
              onValueChange={field.onChange}
              onBlur={field.onBlur}
              ref={field.ref}
              onSearch={search}
              searching={searching}
              searchPlaceholder="Name or licence number"
              emptyText="No other dentist of the lab matches."
            />
          )}
        />
      </Field>
      <DentistTermsFields register={form.register} priceLists={priceLists} />
      <SubmitButton>Add dentist</SubmitButton>
    </Form>
  );
}

function useDentists(practiceId: string) {
  const [words, setWords] = useState("");
  const [searching, setSearching] = useState(false);
  const [found, setFound] = useState<{ id: string; fullName: string; licenceNumber: string }[]>([]);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(async () => {
      setSearching(true);
      const result = await findDentists({ practiceId, words }).catch(() => null);
      if (!wanted) return;
      setSearching(false);
      if (result?.ok) setFound(result.data);
      else toast.error(result?.formError ?? "The dentists could not be read. Check the connection.");
    }, 200);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [practiceId, words]);
  return { found, searching, search: setWords };
}
