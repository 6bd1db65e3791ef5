import Link from "next/link";
import type { Duplicates } from "@/lib/network/duplicates";
import { APPLICATION_LABEL } from "@/lib/network/vocabulary";
import { Panel } from "../ui/card";
import { DateTime } from "../ui/time";

const link = "text-accent-text underline underline-offset-2";

/** What the lab knows already that this application may repeat. */
export function DuplicatePanel({ known }: { known: Duplicates }) {
  const { dentist, account, applications, practices } = known;
  const nothing = !dentist && !account && applications.length === 0 && practices.length === 0;
  return (
    <Panel title="Known already?">
      {nothing ? (
        <p className="text-sm text-muted">No dentist, person, application or practice of the lab looks alike.</p>
      ) : (
        <ul className="flex flex-col gap-2 text-sm">
          {dentist && (
            <li>
              Same licence:{" "}
              <Link href={`/dentists/${dentist.id}`} className={link}>
                {dentist.name}
              </Link>
              {dentist.hasAccount ? ", with an account" : ", without an account"}
            </li>
          )}
          {account && (
            <li>
              Same e-mail: {account.name}, {account.role} of the lab
            </li>
          )}
          {applications.map((one) => (
            <li key={one.id}>
              Same {one.same}:{" "}
              <Link href={`/applications/${one.id}`} className={link}>
                application of {one.name}
              </Link>
              , {APPLICATION_LABEL[one.status].toLowerCase()},{" "}
              <DateTime iso={one.createdAt.toISOString()} format="date" />
            </li>
          ))}
          {practices.map((one) => (
            <li key={one.id}>
              {one.samePostcode ? "Same postcode" : "Nearby or same name"}:{" "}
              <Link href={`/practices/${one.id}`} className={link}>
                {one.name}
              </Link>
              , {one.address} {one.postcode}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
