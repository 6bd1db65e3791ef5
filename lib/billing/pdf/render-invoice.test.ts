import { describe, expect, it } from "vitest";
import type { InvoiceDetail, InvoiceLine } from "../invoice-detail";
import { taxSummary } from "../tax-summary";
import { renderInvoice } from "./render-invoice";

const line = (n: number): InvoiceLine => ({
  id: `line-${n}`,
  caseId: `case-${n}`,
  caseNumber: `C-2026-${String(n).padStart(6, "0")}`,
  patient: `P-${n}`,
  description: n % 7 ? "Crown 14, Zirconia, full contour (rush +35 %)" : "Words that take more than a line ".repeat(4),
  quantity: "1.00",
  unitPrice: "120.15",
  discountPercent: n % 2 ? "10.00" : "0.00",
  dentist: "Dr Moira Campbell",
  deliveredOn: "2026-11-18",
  taxPercent: "20.00",
  taxName: "VAT",
  exemptNote: null,
  net: "120.15",
  tax: "24.03",
  exception: null,
});
const invoice = (lines: number): InvoiceDetail => ({
  id: "01a1fafc-e87d-73b7-8194-880a9e4a1e24",
  number: "INV-2026-000123",
  status: "sent",
  practiceId: "p",
  currency: "GBP",
  periodMonth: null,
  issuedOn: "2026-11-20",
  dueOn: "2026-12-20",
  sentAt: new Date("2026-11-20T10:00:00Z"),
  sentBy: null,
  mailedTo: null,
  mailedAt: null,
  cancelledAt: null,
  cancelledReason: null,
  subtotal: "120.15",
  taxTotal: "24.03",
  total: "144.18",
  paidTotal: "0.00",
  balance: "144.18",
  notes: null,
  version: 1,
  createdAt: new Date("2026-11-20T09:00:00Z"),
  parties: {
    lab: {
      name: "Łódź Dental Lab",
      address: ["1 High Street", "Glasgow G1 1AA"],
      taxId: "GB123456789",
      email: null,
      phone: null,
      registrationNumber: "SC123456",
      bankName: "Bank",
      bankAccount: "12-34-56 12345678",
    },
    practice: { name: "Practice", address: ["2 Low Road"], taxId: null, email: null, phone: null, code: "P1" },
    paymentTermsDays: 30,
  },
  lines: Array.from({ length: lines }, (_, i) => line(i + 1)),
  payments: [],
});
const pagesOf = (pdf: Buffer) => pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;

describe("the paper of an invoice", { timeout: 30_000 }, () => {
  it("is the same, byte for byte, for the same invoice", async () => {
    const [one, other] = [await renderInvoice(invoice(3), "en-GB"), await renderInvoice(invoice(3), "en-GB")];
    expect(one.name).toBe("INV-2026-000123.pdf");
    expect(one.pdf.equals(other.pdf)).toBe(true);
    expect(pagesOf(one.pdf)).toBe(1);
    const unlike = await renderInvoice({ ...invoice(3), total: "144.19" }, "en-GB");
    expect(unlike.pdf.equals(one.pdf)).toBe(false);
    const paid = await renderInvoice({ ...invoice(3), status: "paid", paidTotal: "144.18", balance: "0.00" }, "en-GB");
    expect(paid.pdf.equals(one.pdf)).toBe(true);
  });

  it("runs over as many pages as 120 lines need", async () => {
    const { pdf } = await renderInvoice(invoice(120), "en-GB");
    expect(pagesOf(pdf)).toBeGreaterThan(3);
    expect(pagesOf(pdf)).toBeLessThan(9);
  });

  it("is Letter in North America and A4 elsewhere", async () => {
    const boxOf = async (locale: string) =>
      (await renderInvoice(invoice(1), locale)).pdf.toString("latin1").match(/\/MediaBox \[([^\]]+)\]/)?.[1];
    expect([await boxOf("en-US"), (await boxOf("de-DE"))?.slice(0, 10)]).toEqual(["0 0 612 792", "0 0 595.28"]);
  });
});

describe("the tax summary", () => {
  it("tells taxes of one rate apart, and what is exempt by its reason; a typed rate joins the one tax that has it", () => {
    const of = (taxName: string | null, taxPercent: string, exemptNote: string | null = null) => ({
      taxPercent,
      taxName,
      exemptNote,
      net: "10.00",
      tax: exemptNote || taxPercent === "0.00" ? "0.00" : "2.00",
    });
    const lines = [
      of("Exempt", "0.00", "Sch 9"),
      of(null, "20.00"),
      of("VAT", "20.00"),
      of("Zero", "0.00"),
      of(null, "0.00", "Charity"),
    ];
    const rows = taxSummary([...lines, of("Other", "0.00", "Sch 9")]);
    expect(rows.map((row) => [row.taxName, row.taxPercent, row.exemptNote, row.net])).toEqual([
      ["VAT", "20.00", null, "20.00"],
      ["Zero", "0.00", null, "10.00"],
      [null, "0.00", "Sch 9", "20.00"],
      [null, "0.00", "Charity", "10.00"],
    ]);
  });

  it("adds up by rate, the highest first", () => {
    const lines = [
      { taxPercent: "5.00", net: "10.00", tax: "0.50" },
      { taxPercent: "20.00", net: "0.10", tax: "0.02" },
      { taxPercent: "5.00", net: "0.20", tax: "0.01" },
    ];
    expect(taxSummary(lines)).toEqual([
      { taxPercent: "20.00", taxName: null, exemptNote: null, net: "0.10", tax: "0.02" },
      { taxPercent: "5.00", taxName: null, exemptNote: null, net: "10.20", tax: "0.51" },
    ]);
  });
});
