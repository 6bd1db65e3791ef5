import { renderToBuffer } from "@react-pdf/renderer";
import type { ReportFile } from "@/lib/reports/report-file";
import { ReportPaper } from "./report-paper";

/** The PDF of a report for a lab with its locale (BCP 47). */
export const renderReport = (file: ReportFile, labName: string, locale: string): Promise<Buffer> =>
  renderToBuffer(<ReportPaper file={file} labName={labName} locale={locale} />);
