import type { Proof } from "@/lib/logistics/proofs/proofs-of";
import { DescriptionList } from "../../ui/description-list";
import { DateTime } from "../../ui/time";
import { SignatureShown } from "../signature-shown";

/** A report that comes this much after the deed was out of reach meanwhile. */
const LATE_MS = 2 * 60_000;

/** One proof: who, when by which clock, where, the signature as it was drawn, and the photos; of an attempt that failed, the photos. */
export function ProofFacts({ proof }: { proof: Proof }) {
  const { happenedAt, heardAt, personName, method, type, failedAttempt } = proof;
  const late = heardAt.getTime() - happenedAt.getTime() > LATE_MS;
  return (
    <div className="flex flex-col gap-3">
      <DescriptionList
        items={[
          failedAttempt
            ? { term: `Attempt ${failedAttempt}`, value: type === "pickup" ? "Not fetched" : "Not handed over" }
            : { term: type === "pickup" ? "Given by" : "Received by", value: personName },
          { term: "When", value: <DateTime iso={happenedAt.toISOString()} format="full" /> },
          ...(late
            ? [{ term: "Reached the lab", value: <DateTime iso={heardAt.toISOString()} format="full" />, wide: true }]
            : []),
          {
            term: "Where",
            value: method === "collected" ? "At the lab" : `${proof.practice}, ${proof.address}`,
            wide: true,
          },
          {
            term: type === "pickup" ? "Pick-up" : "Shipment",
            value: <span className="tabular-nums">{[proof.number, ...proof.parcels].join(", ")}</span>,
            wide: true,
          },
        ]}
      />
      <SignatureShown kept={proof.signature} receiver={personName} />
      {proof.photos.length > 0 && (
        <ul aria-label="Photos at the door" className="flex flex-wrap gap-2">
          {proof.photos.map(({ id, takenAt }, i) => (
            <li key={id}>
              <a href={`/api/stop-photos/${id}`} target="_blank" rel="noreferrer" className="block">
                {/* biome-ignore lint/performance/noImgElement: kept behind the reader's own rights, which the image optimiser has not */}
                <img
                  src={`/api/stop-photos/${id}`}
                  alt={`At the door, ${i + 1} of ${proof.photos.length}`}
                  loading="lazy"
                  className="size-28 rounded-md border object-cover"
                />
              </a>
              <span className="block text-xs text-muted">
                <DateTime iso={takenAt} format="time" />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
