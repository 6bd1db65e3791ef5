import { Panel } from "@/components/ui/card";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import { Notice } from "@/components/ui/notice";
import { DateTime } from "@/components/ui/time";
import { ENCLOSED_LABEL } from "@/lib/cases/particulars/words";
import type { CaseRecord } from "@/lib/cases/record-queries";

const IMPRESSION = { digital_scan: "Digital scan", physical: "Physical impression" };

/** What the dentist prescribed beside the items: instructions, patient and impression. Allergies are said first. */
export function PrescriptionPanel({ found, thisYear }: { found: CaseRecord; thisYear: number }) {
  const { patient, dentist } = found;
  const facts: Description[] = [
    { term: "Patient", value: patient.fullName ? `${patient.reference} · ${patient.fullName}` : patient.reference },
    { term: "Sex and age", value: sexAndAge(patient, thisYear) },
    { term: "Dentist", value: `${dentist.fullName} · licence ${dentist.licenceNumber}` },
    { term: "Impression", value: IMPRESSION[found.impression] },
    {
      term: "Goes back with the case",
      value: found.enclosures.map((thing) => ENCLOSED_LABEL[thing]).join(", ") || null,
    },
    { term: "Wanted on", value: found.wantedOn && <DateTime iso={found.wantedOn} format="day" /> },
    { term: "Submitted", value: <DateTime iso={found.submittedAt.toISOString()} /> },
  ];
  return (
    <Panel title="Prescription">
      {patient.allergies && (
        <Notice tone="danger" title="Allergies" className="mb-3">
          {patient.allergies}
        </Notice>
      )}
      {found.instructions && <p className="mb-4 text-base break-words whitespace-pre-wrap">{found.instructions}</p>}
      <DescriptionList items={facts} />
    </Panel>
  );
}

function sexAndAge({ sex, birthYear }: CaseRecord["patient"], thisYear: number): string | null {
  const age = birthYear ? `born ${birthYear} (about ${thisYear - birthYear})` : null;
  const said = [sex && sex !== "unknown" ? sex : null, age].filter((part) => part !== null);
  return said.length > 0 ? said.join(", ") : null;
}
