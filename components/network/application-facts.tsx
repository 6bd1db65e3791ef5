import type { ApplicationDetail } from "@/lib/network/queries";
import { spansText, WEEKDAY_LABEL, WEEKDAYS } from "@/lib/practices/opening-hours";
import { DescriptionList } from "../ui/description-list";

/** What an applicant wrote of themselves and their practice. */
export function ApplicationFacts({ application }: { application: ApplicationDetail }) {
  const a = application;
  const hours = WEEKDAYS.flatMap((day) => {
    const spans = a.openingHours?.[day];
    return spans?.length ? [`${WEEKDAY_LABEL[day]} ${spansText(spans)}`] : [];
  });
  return (
    <DescriptionList
      columns={2}
      items={[
        { term: "Name", value: a.applicantName },
        { term: "E-mail", value: <span className="break-all">{a.email}</span> },
        { term: "Phone", value: a.phone },
        { term: "Licence", value: [a.licenceNumber, a.licenceBody].filter(Boolean).join(", ") },
        { term: "Practice", value: a.practiceName },
        {
          term: "Address",
          value: [a.practiceAddress, [a.practiceCity, a.practicePostcode].filter(Boolean).join(" ")]
            .filter(Boolean)
            .join(", "),
        },
        { term: "Practice phone", value: a.practicePhone },
        { term: "Tax number", value: a.taxId },
        { term: "Cases a month", value: a.expectedCases },
        ...(hours.length > 0 ? [{ term: "Opening hours", value: hours.join("; "), wide: true }] : []),
        ...(a.message
          ? [
              {
                term: "Message",
                value: <span className="break-words whitespace-pre-wrap">{a.message}</span>,
                wide: true,
              },
            ]
          : []),
      ]}
    />
  );
}
