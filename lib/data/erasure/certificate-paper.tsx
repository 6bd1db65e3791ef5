import { Document, Page, Text, View } from "@react-pdf/renderer";
import { paper } from "@/lib/billing/pdf/paper-styles";
import type { Certificate } from "./queries";

type CertificatePaperProps = { certificate: Certificate; locale: string; timeZone: string };

/** The certificate of an erasure: what went, what the law keeps and until when, and nothing of whom. */
export function CertificatePaper({ certificate, locale, timeZone }: CertificatePaperProps) {
  const { number, lab, practice, ground, askedOn, doneAt, doneBy, erased, kept, redacted } = certificate;
  const day = (iso: string) =>
    new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(new Date(iso));
  const done = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "short", timeZone }).format(doneAt);
  const isLetter = /-(US|CA)$/.test(locale);
  const facts: [string, string][] = [
    ["Number", number],
    ["Practice", practice],
    ["Ground", ground === "request" ? "At the patient's request" : "The time the law asks for is over"],
    ...(askedOn ? [["Asked for on", day(askedOn)] as [string, string]] : []),
    ["Carried out", `${done} (${timeZone})`],
    ["By", doneBy ?? "Casepan, by schedule"],
  ];
  return (
    <Document
      title={`Certificate of erasure ${number}`}
      author={lab.name}
      creator="Casepan"
      producer="Casepan"
      creationDate={doneAt}
      modificationDate={doneAt}
    >
      <Page size={isLetter ? "LETTER" : "A4"} style={paper.page}>
        <View style={paper.head}>
          <View style={{ width: 260 }}>
            <Text style={paper.labName}>{lab.name}</Text>
            {lab.address.map((line) => (
              <Text key={line}>{line}</Text>
            ))}
          </View>
          <Text style={paper.title}>Certificate of erasure</Text>
        </View>
        <View style={{ marginBottom: 16 }}>
          {facts.map(([term, value]) => (
            <View key={term} style={{ flexDirection: "row", paddingVertical: 1.5 }}>
              <Text style={[paper.grey, { width: 110 }]}>{term}</Text>
              <Text style={[paper.strong, { flex: 1 }]}>{value}</Text>
            </View>
          ))}
        </View>
        <Text style={[paper.strong, { marginBottom: 3 }]}>Erased</Text>
        {erased.map(({ what, count }) => (
          <View key={what} style={paper.row} wrap={false}>
            <Text style={{ flex: 1 }}>{what}</Text>
            <Text style={{ width: 70, textAlign: "right" }}>{count}</Text>
          </View>
        ))}
        <Text style={[paper.strong, { marginTop: 16, marginBottom: 3 }]}>Kept, because the law asks for it</Text>
        {kept.length === 0 && <Text>Nothing.</Text>}
        {kept.map(({ what, law, count, until }) => (
          <View key={`${what} ${until}`} style={paper.row} wrap={false}>
            <View style={{ flex: 1 }}>
              <Text>{what}</Text>
              <Text style={paper.small}>{law}</Text>
            </View>
            <Text style={{ width: 50, textAlign: "right" }}>{count}</Text>
            <Text style={{ width: 120, textAlign: "right" }}>{day(until)}</Text>
          </View>
        ))}
        <Text style={{ marginTop: 16 }}>
          What is kept stands under the practice's reference alone, without name, date of birth, files, messages or
          notes, and is erased by itself after the day beside it. Scans, photos and documents were removed from the file
          store. Copies in the lab's backups go with those, twelve months from now at the latest.
        </Text>
        <View style={{ marginTop: 16 }}>
          <Text style={paper.small}>
            Digests of the redacted entries of the audit log (SHA-256), by month:
            {Object.entries(redacted).map(
              ([month, { entries, digest }]) => `\n${month.replace("_", "-")}: ${entries} entries, ${digest}`,
            )}
          </Text>
        </View>
      </Page>
    </Document>
  );
}
