import { Text, View } from "@react-pdf/renderer";
import type { Parties } from "../parties";
import { paper } from "./paper-styles";

type PaperHeadProps = {
  /** What the paper is, such as "Invoice". */
  title: string;
  /** Words over the practice's name, such as "Invoice to". */
  toWords: string;
  parties: Pick<Parties, "lab" | "practice">;
  /** The particulars a bookkeeper files by; those without a value are left out. */
  facts: readonly (readonly [term: string, value: string | null])[];
};

/** Who writes to whom, with tax ids and addresses, and the paper's particulars. For invoices, credit notes and statements alike. */
export function PaperHead({ title, toWords, parties: { lab, practice }, facts }: PaperHeadProps) {
  return (
    <View>
      <View style={paper.head}>
        <View style={{ width: 280 }}>
          <Text style={paper.labName}>{lab.name}</Text>
          <Lines of={lab.address} />
          <Lines of={[lab.phone, lab.email]} />
          <Lines
            of={[
              lab.taxId && `Tax ID ${lab.taxId}`,
              lab.registrationNumber && `Registration ${lab.registrationNumber}`,
            ]}
          />
        </View>
        <Text style={paper.title}>{title}</Text>
      </View>
      <View style={paper.parties}>
        <View style={{ width: 240 }}>
          <Text style={paper.small}>{toWords}</Text>
          <Text style={paper.strong}>{practice.name}</Text>
          <Lines of={practice.address} />
          <Lines of={[practice.taxId && `Tax ID ${practice.taxId}`, `Account ${practice.code}`]} />
        </View>
        <View style={paper.facts}>
          {facts.map(([term, value]) =>
            value ? (
              <View key={term} style={paper.fact}>
                <Text style={paper.grey}>{term}</Text>
                <Text style={[paper.strong, { maxWidth: 160, textAlign: "right" }]}>{value}</Text>
              </View>
            ) : null,
          )}
        </View>
      </View>
    </View>
  );
}

/** One text per line, blanks left out. */
export function Lines({ of }: { of: readonly (string | null | "")[] }) {
  return of.map((line) => (line ? <Text key={line}>{line}</Text> : null));
}
