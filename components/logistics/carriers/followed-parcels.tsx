import { ExternalLink, Package } from "lucide-react";
import type { FollowedParcel } from "@/lib/logistics/carriers/carrier-queries";
import { LinkButton } from "../../ui/button";
import { Notice } from "../../ui/notice";

/** The parcels of a case that a parcel service has, each with where it is followed; nothing when there are none. */
export function FollowedParcels({ parcels }: { parcels: readonly FollowedParcel[] }) {
  const [first] = parcels;
  if (!first) return null;
  return (
    <Notice tone="info" title={`On its way with ${first.carrier}`}>
      <ul aria-label="Parcels on their way" className="mt-1 flex flex-col gap-2">
        {parcels.map(({ id, code, trackingNumber, href, phone }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="inline-flex items-center gap-1.5 tabular-nums">
              <Package aria-hidden className="size-4" />
              {code}
            </span>
            {href ? (
              <LinkButton href={href} size="sm" icon={<ExternalLink />} target="_blank" rel="noopener noreferrer">
                Follow {trackingNumber}
              </LinkButton>
            ) : (
              <span>{[trackingNumber && `Tracking ${trackingNumber}`, phone].filter(Boolean).join(", ")}</span>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
