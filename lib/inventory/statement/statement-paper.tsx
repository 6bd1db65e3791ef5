import { Document, renderToBuffer, Text, View } from "@react-pdf/renderer";
import { Lines } from "@/lib/billing/pdf/paper-head";
import { PaperPage } from "@/lib/billing/pdf/paper-page";
import { paper } from "@/lib/billing/pdf/paper-styles";
import { statementYears } from "@/lib/cases/kept-until";
import { dayWords } from "../trace/day-words";
import { PaperTable } from "../trace/paper-table";
import type { KeptStatement } from "./issued";

/** The PDF of a statement of a custom-made device, and the name to save it under. The same statement gives the same bytes. */
export async function renderStatement(
  kept: KeptStatement,
  locale: string,
  timeZone: string,
): Promise<{ name: string; pdf: Buffer }> {
  const pdf = await renderToBuffer(<StatementPaper kept={kept} locale={locale} timeZone={timeZone} />);
  return { name: `device-statement-${kept.contents.caseNumber}-${kept.revision}.pdf`, pdf };
}

function StatementPaper({ kept, locale, timeZone }: { kept: KeptStatement; locale: string; timeZone: string }) {
  const { contents, revision, issuedAt, keepUntil } = kept;
  const { lab } = contents;
  const day = dayWords(locale, timeZone);
  const name = `Statement ${contents.caseNumber}/${revision}`;
  return (
    <Document
      title={`${name}, ${lab.name}`}
      author={lab.name}
      creator="Casepan"
      producer="Casepan"
      creationDate={issuedAt}
      modificationDate={issuedAt}
    >
      <PaperPage name={name} lab={lab} locale={locale}>
        <Text style={[paper.title, { textAlign: "left" }]}>Custom-made device</Text>
        <Text style={[paper.strong, { marginBottom: 2 }]}>
          Statement according to Annex XIII of Regulation (EU) 2017/745
        </Text>
        <Text style={[paper.grey, { marginBottom: 14 }]}>
          {name}, issued {day(issuedAt.toISOString())} by {contents.issuedBy}
        </Text>
        <Parties contents={contents} />
        <Part title="Patient">
          <Text>
            This device is intended exclusively for the use of one particular patient, identified as{" "}
            <Text style={paper.strong}>{contents.patient}</Text>.
          </Text>
        </Part>
        <Part title="Identification of the device and particulars of the prescription">
          <Text>
            Case {contents.caseNumber}, prescribed {day(contents.prescribedOn)}
          </Text>
          {contents.instructions && <Text style={paper.grey}>{contents.instructions}</Text>}
          <PaperTable
            heads={["Device", "Prescribed", "Materials with lots"]}
            widths={[130, 175]}
            rows={contents.items.map((item) => [
              [item.name, item.finishedOn ? `finished ${day(item.finishedOn)}` : ""].filter(Boolean).join("\n"),
              item.prescribed.join("\n") || "–",
              item.lots.map((lot) => lotWords(lot, day)).join("\n") || "–",
            ])}
          />
        </Part>
        <View wrap={false}>
          <Conformity kept={kept} />
          <Part title="Retention">
            <Text>
              This statement is kept for {statementYears(contents.isImplantable)} years after the device is delivered
              {contents.isImplantable ? ", as for implantable devices" : ""}: not before {day(keepUntil)} does it end.
              The device bears no CE marking.
            </Text>
          </Part>
        </View>
      </PaperPage>
    </Document>
  );
}

const lotWords = (
  { material, lot, supplier, expiresOn }: KeptStatement["contents"]["items"][number]["lots"][number],
  day: (iso: string) => string,
) =>
  [
    `${material}${supplier ? `, ${supplier}` : ""}`,
    `  ${lot ? `lot ${lot}` : "without a lot number"}${expiresOn ? `, expires ${day(expiresOn)}` : ""}`,
  ].join("\n");

function Parties({ contents: { lab, practice, dentist } }: Pick<KeptStatement, "contents">) {
  return (
    <View style={paper.parties}>
      <View style={{ width: 245 }}>
        <Text style={paper.small}>Manufacturer and site of manufacture</Text>
        <Text style={paper.strong}>{lab.name}</Text>
        <Lines
          of={[
            ...lab.address,
            lab.phone,
            lab.email,
            lab.registrationNumber && `MHRA registration ${lab.registrationNumber}`,
          ]}
        />
      </View>
      <View style={{ width: 245 }}>
        <Text style={paper.small}>Prescribed by</Text>
        <Text style={paper.strong}>{dentist.name}</Text>
        <Lines of={[`Licence ${dentist.licence}`, practice.name, ...practice.address]} />
      </View>
    </View>
  );
}

function Conformity({ kept: { contents } }: { kept: KeptStatement }) {
  return (
    <Part title="Conformity">
      <Text>
        {contents.exceptions
          ? "The device conforms to the general safety and performance requirements set out in Annex I, except for the following, on the grounds given:"
          : "The device conforms to the general safety and performance requirements set out in Annex I."}
      </Text>
      {contents.exceptions && <Text style={[paper.strong, { marginTop: 3 }]}>{contents.exceptions}</Text>}
      <Text style={{ marginTop: 3 }}>
        It contains or incorporates no medicinal substance, no derivative of human blood or plasma, and no tissues or
        cells of human or animal origin.
      </Text>
    </Part>
  );
}

function Part({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <View style={{ marginBottom: 12 }}>
      <Text style={[paper.strong, { fontSize: 10, marginBottom: 3 }]}>{title}</Text>
      {children}
    </View>
  );
}
