import type { ToothNotation } from "@/lib/access/actor";
import { itemName } from "@/lib/cases/item-name";
import { MATERIAL_LABEL } from "@/lib/cases/vocabulary";
import type { ToCome } from "@/lib/logistics/parcels/label-queries";
import type { ShipmentDetail, ShipmentParcel } from "@/lib/logistics/shipment-queries";
import { DateTime } from "../../ui/time";

type PackingListProps = { shipment: ShipmentDetail; parcel: ShipmentParcel; notation: ToothNotation };

/** What lies in a parcel, line by line: item with its teeth, shade, case, patient's reference and dentist. */
export function PackingList({ shipment, parcel, notation }: PackingListProps) {
  const items = shipment.items.filter((item) => item.parcelId === parcel.id);
  return (
    <section className="mb-5 break-inside-avoid">
      <h2 className="flex items-baseline justify-between border-b pb-1 text-sm font-semibold tabular-nums">
        <span>{parcel.code}</span>
        <span className="font-normal text-muted">
          Parcel {parcel.nth} of {shipment.parcels.length}
          {parcel.trackingNumber && `, tracking ${parcel.trackingNumber}`}
        </span>
      </h2>
      <table className="w-full text-left text-sm">
        <caption className="sr-only">Contents of {parcel.code}</caption>
        <thead>
          <tr className="border-b text-xs text-muted">
            {["Item", "Shade", "Case", "Patient", "Dentist"].map((header) => (
              <th key={header} scope="col" className="py-1.5 pr-3 font-medium">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id} className="border-b align-top">
              <td className="py-1.5 pr-3">
                <span className="font-medium">{itemName(item, notation)}</span>
                {item.tryIn && <span className="ml-2 border px-1 text-xs font-semibold uppercase">Try-in</span>}
                {item.material && <span className="block text-xs text-muted">{MATERIAL_LABEL[item.material]}</span>}
              </td>
              <td className="py-1.5 pr-3">{item.shade ?? "–"}</td>
              <td className="py-1.5 pr-3 tabular-nums">{item.number}</td>
              <td className="py-1.5 pr-3">{item.patient}</td>
              <td className="py-1.5">{item.dentist}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What is still to come of the cases in a shipment, so that nobody misses it. */
export function StillToCome({ items, notation }: { items: readonly ToCome[]; notation: ToothNotation }) {
  if (items.length === 0) return <p className="text-sm">Nothing more is to come of these cases.</p>;
  return (
    <section className="break-inside-avoid">
      <h2 className="border-b pb-1 text-sm font-semibold">Still to come</h2>
      <ul className="text-sm">
        {items.map((item, i) => (
          <li
            // Two items of a case may have the same name.
            // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only printed
            key={i}
            className="flex justify-between gap-3 border-b py-1.5"
          >
            <span>
              {itemName(item, notation)}
              {item.isPacked && <span className="text-muted"> · packed in another shipment</span>}
            </span>
            <span className="tabular-nums text-muted">
              {item.number}, due <DateTime iso={item.dueOn} format="day" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
