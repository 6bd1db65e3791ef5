import type { LotPlace } from "@/lib/inventory/lots/places";

/** Where a lot lies; with how much at each when it lies in several places. */
export function Places({ lot: { places }, unit }: { lot: { places: LotPlace[] }; unit: string }) {
  if (places.length < 2) return places[0]?.location ?? "–";
  return (
    <ul>
      {places.map(({ locationId, location, quantity }) => (
        <li key={locationId} className="whitespace-nowrap">
          {location ?? "No place noted"}{" "}
          <span className="text-muted tabular-nums">
            {quantity} {unit}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The places of a lot as choices of a form, each with how much is there; one that is not noted has no value. */
export const placeOptions = (places: LotPlace[], unit: string) =>
  places.map(({ locationId, location, quantity }) => ({
    value: locationId ?? "",
    label: `${location ?? "No place noted"}, ${quantity} ${unit}`,
  }));
