import { Document, Page, Text, View } from "@react-pdf/renderer";
import { figureText } from "@/components/charts/figures";
import { paper } from "@/lib/billing/pdf/paper-styles";
import type { BuiltReport, ReportFigure } from "@/lib/reports/build-report";
import { changeOf } from "@/lib/reports/change";
import type { ReportFile } from "@/lib/reports/report-file";
import type { ReportChart } from "@/lib/reports/result";
import { valueText } from "../value-text";
import { ChartDrawing } from "./chart-drawing";

type PaperProps = { file: ReportFile; labName: string; locale: string };

/** Thin spaces are in none of the paper's letters. */
const plain = (text: string) => text.replaceAll(/[\u202f\u2009]/g, "\u00a0").replaceAll("\u2212", "-");

/** A report on paper, A4 or, for North American locales, Letter: head, figures with their definitions, and each chart over its table. */
export function ReportPaper({ file: { report, facts }, labName, locale }: PaperProps) {
  const isLetter = /-(US|CA)$/.test(locale);
  return (
    <Document title={`${report.title}, ${labName}`} author={labName} creator="Casepan" producer="Casepan">
      <Page size={isLetter ? "LETTER" : "A4"} style={paper.page}>
        <Text style={[paper.title, { textAlign: "left", marginBottom: 6 }]}>{report.title}</Text>
        <View style={{ marginBottom: 14, width: 320 }}>
          {facts.map(([name, value]) => (
            <View key={name} style={{ flexDirection: "row" }}>
              <Text style={[paper.grey, { width: 90 }]}>{name}</Text>
              <Text style={{ flex: 1 }}>{plain(value)}</Text>
            </View>
          ))}
        </View>
        <Figures report={report} locale={locale} />
        {report.charts.map((chart) => (
          <Chart key={chart.title} chart={chart} locale={locale} />
        ))}
        <View style={paper.foot} fixed>
          <Text>{labName}</Text>
        </View>
        <Text
          fixed
          style={[paper.pageNumber, { top: isLetter ? 743 : 793 }]}
          render={({ pageNumber, totalPages }) => `${report.title} · page ${pageNumber} of ${totalPages}`}
        />
      </Page>
    </Document>
  );
}

const number = { width: 68, textAlign: "right" } as const;

function Figures({ report: { figures, words }, locale }: { report: BuiltReport; locale: string }) {
  const change = (figure: ReportFigure, was: ReportFigure["value"]) => changeOf(figure, was, locale)?.text ?? "";
  return (
    <View style={{ marginBottom: 12 }}>
      <View style={paper.headRow} fixed>
        <Text style={{ flex: 1 }}>Figure</Text>
        <Text style={number}>{words?.period ?? "Now"}</Text>
        {words && <Text style={number}>{words.before}</Text>}
        {words && <Text style={[number, { width: 44 }]}>Change</Text>}
        {words && <Text style={number}>{words.yearBefore}</Text>}
        {words && <Text style={[number, { width: 44 }]}>Change</Text>}
      </View>
      {figures.map((figure) => (
        <View key={figure.key} style={paper.row} wrap={false}>
          <View style={{ flex: 1, paddingRight: 8 }}>
            <Text style={paper.strong}>{figure.label}</Text>
            <Text style={paper.small}>{figure.definition}</Text>
          </View>
          <Text style={[number, paper.strong]}>{plain(valueText(figure, figure.value, locale))}</Text>
          {words && <Text style={number}>{plain(valueText(figure, figure.before, locale))}</Text>}
          {words && <Text style={[number, { width: 44 }]}>{plain(change(figure, figure.before))}</Text>}
          {words && <Text style={number}>{plain(valueText(figure, figure.yearBefore, locale))}</Text>}
          {words && <Text style={[number, { width: 44 }]}>{plain(change(figure, figure.yearBefore))}</Text>}
        </View>
      ))}
    </View>
  );
}

function Chart({ chart, locale }: { chart: ReportChart; locale: string }) {
  const { title, definition, xLabel, series, rows, format } = chart;
  return (
    <View style={{ marginTop: 12 }}>
      <View wrap={false}>
        <Text style={[paper.strong, { fontSize: 11 }]}>{title}</Text>
        <Text style={[paper.small, { marginBottom: 4 }]}>{definition}</Text>
        {rows.length > 0 && <ChartDrawing chart={chart} />}
        <View style={paper.headRow}>
          <Text style={{ flex: 1 }}>{xLabel}</Text>
          {series.map(({ key, label }) => (
            <Text key={key} style={[number, { width: 76 }]}>
              {label}
            </Text>
          ))}
        </View>
      </View>
      {rows.length === 0 && <Text style={[paper.small, { paddingVertical: 4 }]}>No figures for this period</Text>}
      {rows.map((row) => (
        <View key={row.label} style={[paper.row, { paddingVertical: 2 }]} wrap={false}>
          <Text style={{ flex: 1 }}>{plain(row.label)}</Text>
          {series.map(({ key }) => (
            <Text key={key} style={[number, { width: 76 }]}>
              {plain(figureText(row.values[key], format, locale))}
            </Text>
          ))}
        </View>
      ))}
    </View>
  );
}
