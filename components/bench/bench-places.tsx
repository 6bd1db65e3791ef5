import { LinkTabs } from "../ui/link-tabs";

const PLACES = [
  { href: "/bench", label: "Queue" },
  { href: "/bench/scan", label: "Scan station" },
  { href: "/bench/batches", label: "Loads" },
  { href: "/bench/machines", label: "Machines" },
] as const;

/** The places of the bench, one tap from another. */
export function BenchPlaces({ current }: { current: (typeof PLACES)[number]["href"] }) {
  return (
    <LinkTabs
      label="Bench"
      replace={false}
      items={PLACES.map((place) => ({ ...place, current: place.href === current }))}
    />
  );
}
