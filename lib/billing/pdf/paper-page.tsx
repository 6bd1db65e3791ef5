import { Page, Text, View } from "@react-pdf/renderer";
import type { ReactNode } from "react";
import type { Parties } from "../parties";
import { paper } from "./paper-styles";

type PaperPageProps = {
  /** What the pages are called at their foot: the paper's number. */
  name: string;
  lab: Parties["lab"];
  /** BCP 47; North America writes on Letter, everybody else on A4. */
  locale: string;
  /** A word across the page, such as "Draft". */
  mark?: string;
  children: ReactNode;
};

/** The pages of a paper with the lab at their foot and "page 2 of 7". */
export function PaperPage({ name, lab, locale, mark, children }: PaperPageProps) {
  const isLetter = /-(US|CA)$/.test(locale);
  return (
    <Page size={isLetter ? "LETTER" : "A4"} style={paper.page}>
      {mark && (
        <Text style={paper.watermark} fixed>
          {mark}
        </Text>
      )}
      {children}
      <View style={paper.foot} fixed>
        <Text>{[lab.name, lab.taxId && `Tax ID ${lab.taxId}`].filter(Boolean).join(" · ")}</Text>
      </View>
      <Text
        fixed
        style={[paper.pageNumber, { top: isLetter ? 743 : 793 }]}
        render={({ pageNumber, totalPages }) => `${name} · page ${pageNumber} of ${totalPages}`}
      />
    </Page>
  );
}
