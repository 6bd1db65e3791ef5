"use client";

import { PackageCheck } from "lucide-react";
import { type SubmitEvent, useState } from "react";
import { toHandOver } from "@/lib/logistics/road/day";
import { faultsOfProof, type ProofFaults } from "@/lib/logistics/road/proof-faults";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { type DoorFormProps, STORAGE_FULL } from "./door-form";
import { drawn, NO_PROOF, ProofFields } from "./proof-fields";
import { ScanCheck, type Verdict } from "./scan-check";

/** What is handed over, scanned off if the driver likes, and to whom. */
export function DeliverForm({ at, stop, day, act, onDone }: DoorFormProps) {
  const [draft, setDraft] = useState(NO_PROOF);
  const [faults, setFaults] = useState<ProofFaults>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [scanned, setScanned] = useState<ReadonlySet<string>>(new Set());
  const shipments = toHandOver(stop);
  const parcels = shipments.flatMap((one) => one.parcels);
  const elsewhere = day.routes.flatMap((route) => route.stops.filter((one) => one.id !== stop.id));

  const check = (code: string): Verdict => {
    const parcel = parcels.find((one) => one.code.toUpperCase() === code);
    if (parcel) {
      setScanned(new Set([...scanned, parcel.id]));
      return { right: true, words: `${parcel.code} belongs here` };
    }
    const owner = elsewhere.find((one) =>
      one.deliveries.some((d) => d.parcels.some((p) => p.code.toUpperCase() === code)),
    );
    return { right: false, words: owner ? `Wrong parcel: ${code} is for ${owner.practice}` : `Wrong parcel: ${code}` };
  };
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = { person: draft.person.trim() || null, signature: drawn(draft.signature) };
    const found = faultsOfProof(day.rules, "delivery", { ...given, photos: draft.photos.length });
    setFaults(found);
    if (found.person) form.querySelector<HTMLInputElement>("input[maxlength='120']")?.focus();
    if (Object.keys(found).length > 0) return;
    const photoIds = draft.photos.map((photo) => photo.id);
    const shipmentIds = shipments.map((one) => one.id);
    const deed = { kind: "deliver" as const, ...at, ...given, photoIds, shipmentIds, scannedIds: [...scanned] };
    const kept = await act(deed, draft.photos).then(
      () => true,
      () => false,
    );
    if (kept) onDone();
    else setProblem(STORAGE_FULL);
  };
  return (
    <div data-density="touch" className="flex flex-col gap-4">
      <ScanCheck label="Scan parcels at the door" check={check} />
      <ul aria-label="Parcels to hand over" className="flex flex-wrap gap-x-4 gap-y-1 text-base tabular-nums">
        {parcels.map((parcel) => (
          <li key={parcel.id} className={scanned.has(parcel.id) ? "font-semibold text-success-text" : undefined}>
            {parcel.code}
            {scanned.has(parcel.id) && " ✓"}
          </li>
        ))}
      </ul>
      <form noValidate onSubmit={submit} className="flex flex-col gap-4">
        <ProofFields
          stopId={stop.id}
          purpose="delivery"
          rules={day.rules}
          draft={draft}
          faults={faults}
          onChange={setDraft}
        />
        {problem && <Notice tone="danger">{problem}</Notice>}
        <Button type="submit" variant="primary" size="lg" icon={<PackageCheck />} className="w-full">
          Confirm delivery
        </Button>
      </form>
    </div>
  );
}
