import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import type { Told } from "@/lib/inventory/recalls/told";

/** The recalls that the practice has yet to acknowledge, each leading to its notice; nothing when there are none. */
export function RecallAsks({ recalls }: { recalls: readonly { id: string; told: Told }[] }) {
  if (recalls.length === 0) return null;
  return (
    <Notice tone="warning" title="Recalled materials went into your cases" className="mb-4">
      <ul>
        {recalls.map(({ id, told }) => (
          <li key={id}>
            <Link href={`/portal/recalls/${id}`} className="inline-block py-1 underline">
              {told.material}, lot {told.lot}: read and acknowledge
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
