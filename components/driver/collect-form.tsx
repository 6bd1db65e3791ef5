"use client";

import { Minus, PackagePlus, Plus } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { type DayShipment, toFetch } from "@/lib/logistics/road/day";
import { faultsOfProof, type ProofFaults } from "@/lib/logistics/road/proof-faults";
import { Field } from "../forms/field";
import { Button, IconButton } from "../ui/button";
import { Checkbox } from "../ui/checkbox";
import { Textarea } from "../ui/input";
import { Notice } from "../ui/notice";
import { type DoorFormProps, STORAGE_FULL } from "./door-form";
import { drawn, NO_PROOF, ProofFields } from "./proof-fields";

type Taken = { parcels: number; caseIds: string[] };
const NOT_READY = { parcels: 0, caseIds: [] as string[] };

/** The parcels of a pick-up: those it has already, then new ones. */
const idsFor = (pickup: DayShipment | null, many: number) =>
  Array.from({ length: many }, (_, i) => pickup?.parcels[i]?.id ?? crypto.randomUUID());

/** What was there to collect, case by case and in how many parcels, and what nobody announced. */
export function CollectForm({ at, stop, day, act, onDone }: DoorFormProps) {
  const pickups = toFetch(stop);
  const [taken, setTaken] = useState<Record<string, Taken>>(() =>
    Object.fromEntries(
      pickups.map((one) => [
        one.id,
        {
          parcels: Math.max(1, one.parcelsExpected ?? one.parcels.length),
          caseIds: one.cases.map((found) => found.id),
        },
      ]),
    ),
  );
  const [extra, setExtra] = useState(pickups.length === 0 ? 1 : 0);
  const [note, setNote] = useState("");
  const [draft, setDraft] = useState(NO_PROOF);
  const [faults, setFaults] = useState<ProofFaults>({});
  const [problem, setProblem] = useState<string | null>(null);
  const of = (id: string) => taken[id] ?? NOT_READY;
  const parcels = pickups.reduce((sum, one) => sum + of(one.id).parcels, extra);

  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = { person: draft.person.trim() || null, signature: drawn(draft.signature) };
    const found = parcels > 0 ? faultsOfProof(day.rules, "pickup", { ...given, photos: draft.photos.length }) : {};
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const words = note.trim() || null;
    const fetched = pickups.map((one) => {
      const { parcels: many, caseIds } = of(one.id);
      return { shipmentId: one.id, caseIds: many > 0 ? caseIds : [], parcelIds: idsFor(one, many), note: words };
    });
    const unasked = extra > 0 ? { parcelIds: idsFor(null, extra), note: words } : null;
    const photoIds = draft.photos.map((photo) => photo.id);
    const deed = { kind: "collect", ...at, ...given, photoIds, pickups: fetched, extra: unasked } as const;
    const kept = await act(deed, draft.photos).then(
      () => true,
      () => false,
    );
    if (kept) onDone();
    else setProblem(STORAGE_FULL);
  };
  return (
    <form noValidate onSubmit={submit} data-density="touch" className="flex flex-col gap-4">
      {pickups.map((one) => (
        <fieldset key={one.id} className="flex flex-col gap-1 rounded-xl border p-3">
          <legend className="px-1 text-base font-semibold tabular-nums">{one.number}</legend>
          {one.cases.map((found) => (
            <Checkbox
              key={found.id}
              label={<span className="text-base tabular-nums">{found.number}</span>}
              hint={found.what}
              checked={of(one.id).parcels > 0 && of(one.id).caseIds.includes(found.id)}
              disabled={of(one.id).parcels === 0}
              onChange={(event) => {
                const rest = of(one.id).caseIds.filter((id) => id !== found.id);
                const caseIds = event.target.checked ? [...rest, found.id] : rest;
                setTaken({ ...taken, [one.id]: { ...of(one.id), caseIds } });
              }}
            />
          ))}
          <Count
            label={`Parcels of ${one.number}`}
            many={of(one.id).parcels}
            onChange={(many) => setTaken({ ...taken, [one.id]: { ...of(one.id), parcels: many } })}
          />
          {of(one.id).parcels === 0 && <p className="text-sm text-warning-text">Nothing was ready.</p>}
        </fieldset>
      ))}
      <Count label="Extra parcels nobody announced" many={extra} onChange={setExtra} />
      <Field label="Note" hint="What is enclosed, or what the lab should know">
        <Textarea rows={2} maxLength={1000} value={note} onChange={(event) => setNote(event.target.value)} />
      </Field>
      {parcels > 0 && (
        <ProofFields
          stopId={stop.id}
          purpose="pickup"
          rules={day.rules}
          draft={draft}
          faults={faults}
          onChange={setDraft}
        />
      )}
      {problem && <Notice tone="danger">{problem}</Notice>}
      <Button
        type="submit"
        variant="primary"
        size="lg"
        icon={<PackagePlus />}
        className="w-full"
        disabled={parcels === 0 && pickups.length === 0}
      >
        {parcels === 0 ? "Nothing was ready" : `Collect ${parcels} ${parcels === 1 ? "parcel" : "parcels"}`}
      </Button>
    </form>
  );
}

function Count({ label, many, onChange }: { label: string; many: number; onChange: (many: number) => void }) {
  return (
    <fieldset aria-label={label} className="flex items-center justify-between gap-3">
      <span className="text-base">{label}</span>
      <span className="flex items-center gap-2">
        <IconButton
          size="lg"
          variant="secondary"
          label="One less"
          icon={<Minus />}
          disabled={many === 0}
          onClick={() => onChange(many - 1)}
        />
        <output aria-live="polite" className="w-8 text-center text-xl font-semibold tabular-nums">
          {many}
        </output>
        <IconButton
          size="lg"
          variant="secondary"
          label="One more"
          icon={<Plus />}
          disabled={many >= 30}
          onClick={() => onChange(many + 1)}
        />
      </span>
    </fieldset>
  );
}
