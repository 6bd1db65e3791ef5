import { Document, renderToBuffer, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { Actor } from "@/lib/access/actor";
import type { Parties } from "@/lib/billing/parties";
import { PaperPage } from "@/lib/billing/pdf/paper-page";
import { paper } from "@/lib/billing/pdf/paper-styles";
import { itemName } from "@/lib/cases/item-name";
import { dayWords } from "./day-words";
import type { LotHead } from "./lot-head";
import { PaperTable } from "./paper-table";
import type { LotUse } from "./uses";

type Lab = Parties["lab"];

/** The PDF of what a lot went into: every case, item, tooth, patient code, practice, dentist, day and technician. */
export async function renderLotTrace(
  { lab, lot, uses, printedAt }: { lab: Lab; lot: LotHead; uses: readonly LotUse[]; printedAt: Date },
  actor: Actor,
): Promise<{ name: string; pdf: Buffer }> {
  const day = dayWords(actor.lab.locale, actor.lab.timeZone);
  const facts = [
    `Material: ${lot.name} (${lot.sku})`,
    lot.supplier && `Supplier: ${lot.supplier}`,
    `Received: ${lot.receivedOn ? day(lot.receivedOn) : "–"}, expires: ${lot.expiresOn ? day(lot.expiresOn) : "–"}`,
    `On hand: ${lot.onHand} ${lot.unit}`,
    lot.recall && `Recalled ${day(lot.recall.recalledAt.toISOString())}: ${lot.recall.reason}`,
    `Went into ${lot.cases} cases at ${lot.practices} practices`,
  ];
  const pdf = await renderToBuffer(
    <TracePaper
      title={`Lot ${lot.number}`}
      facts={facts}
      lab={lab}
      locale={actor.lab.locale}
      printedAt={printedAt}
      day={day}
    >
      <PaperTable
        heads={["Case", "Item", "Patient", "Practice and dentist", "Quantity", "Used"]}
        widths={[76, 84, 82, 128, 52]}
        rows={uses.map((use) => [
          use.caseNumber,
          itemName(use, actor.toothNotation),
          use.patient,
          `${use.practice}\n${use.dentist}`,
          `${use.quantity} ${use.unit}${use.isShort ? "\nnot in the books" : ""}`,
          `${day(use.usedAt.toISOString())}\n${use.usedBy}`,
        ])}
      />
    </TracePaper>,
  );
  return { name: `trace-lot-${lot.number.replaceAll(/[^\w.-]+/g, "-")}.pdf`, pdf };
}

type OfCase = { id: string; number: string; patient: string; practice: string; dentist: string };

/** The PDF of the lots that went into a case. */
export async function renderCaseMaterials(
  { lab, of, uses, printedAt }: { lab: Lab; of: OfCase; uses: readonly LotUse[]; printedAt: Date },
  actor: Actor,
): Promise<{ name: string; pdf: Buffer }> {
  const day = dayWords(actor.lab.locale, actor.lab.timeZone);
  const facts = [`Patient ${of.patient}`, `${of.practice}, ${of.dentist}`];
  const pdf = await renderToBuffer(
    <TracePaper
      title={`Materials of ${of.number}`}
      facts={facts}
      lab={lab}
      locale={actor.lab.locale}
      printedAt={printedAt}
      day={day}
    >
      <PaperTable
        heads={["Item", "Material", "Lot", "Quantity", "Used"]}
        widths={[100, 140, 120, 62]}
        rows={uses.map((use) => [
          itemName(use, actor.toothNotation),
          use.stockName,
          `${use.isUnnumbered ? "no number" : use.lotNumber}${use.isRecalled ? "\nrecalled" : ""}${use.expiresOn ? `\nexpires ${day(use.expiresOn)}` : ""}`,
          `${use.quantity} ${use.unit}`,
          `${day(use.usedAt.toISOString())}\n${use.usedBy}`,
        ])}
      />
    </TracePaper>,
  );
  return { name: `materials-${of.number}.pdf`, pdf };
}

type TracePaperProps = {
  title: string;
  facts: readonly (string | null | "")[];
  lab: Lab;
  locale: string;
  printedAt: Date;
  day: (iso: string) => string;
  children: ReactNode;
};

/** A paper of the trace: its title, what it is about, and a table. */
export function TracePaper({ title, facts, lab, locale, printedAt, day, children }: TracePaperProps) {
  return (
    <Document
      title={`${title}, ${lab.name}`}
      author={lab.name}
      creator="Casepan"
      producer="Casepan"
      creationDate={printedAt}
      modificationDate={printedAt}
    >
      <PaperPage name={title} lab={lab} locale={locale}>
        <Text style={[paper.title, { textAlign: "left", marginBottom: 4 }]}>{title}</Text>
        <View style={{ marginBottom: 12 }}>
          {facts.map((fact) => (fact ? <Text key={fact}>{fact}</Text> : null))}
          <Text style={paper.grey}>Printed {day(printedAt.toISOString())}</Text>
        </View>
        {children}
      </PaperPage>
    </Document>
  );
}
