import type { LotHead } from "@/lib/inventory/trace/lot-head";
import { Panel } from "../../ui/card";
import { DescriptionList } from "../../ui/description-list";
import { DateTime } from "../../ui/time";
import { Expiry } from "../stock/expiry";
import { Places } from "../stock/places";

/** A lot's particulars with its certificates. `today` is the lab's day. */
export function LotFacts({ lot, today }: { lot: LotHead; today: string }) {
  return (
    <Panel title="The lot">
      <DescriptionList
        columns={1}
        items={[
          { term: "Material", value: `${lot.name} (${lot.sku})` },
          { term: "Supplier", value: lot.supplier },
          { term: "Expires", value: <Expiry day={lot.expiresOn} today={today} /> },
          { term: "Received", value: lot.receivedOn && <DateTime iso={lot.receivedOn} format="date" /> },
          { term: "On hand", value: `${lot.onHand} ${lot.unit}` },
          {
            term: lot.places.length > 1 ? "Places" : "Place",
            value: lot.places.length > 0 && <Places lot={lot} unit={lot.unit} />,
          },
          {
            term: "Certificates",
            value:
              lot.certificates.length > 0 ? (
                <ul>
                  {lot.certificates.map(({ id, name }) => (
                    <li key={id}>
                      <a href={`/api/inventory/certificates/${id}`} className="break-all underline">
                        {name}
                      </a>
                    </li>
                  ))}
                </ul>
              ) : null,
          },
        ]}
      />
    </Panel>
  );
}
