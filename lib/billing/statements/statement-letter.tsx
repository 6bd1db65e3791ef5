import { letterBody } from "@/lib/mail/letter";
import { Letter, Line } from "@/lib/mail/letters/letter";
import { invoiceWords } from "../invoice-words";
import type { StatementContents } from "./send-statement";

/** The letter that a statement goes out with, in the lab's locale, as subject, plain text and HTML. */
export async function statementLetter(
  { currency, from, to, closing, overdue, parties }: StatementContents,
  locale: string,
): Promise<{ subject: string; text: string; html: string }> {
  const words = invoiceWords(locale, currency);
  const { lab, practice } = parties;
  const account = [lab.bankName, lab.bankAccount].filter(Boolean).join(" · ");
  const owed = closing.startsWith("-") || closing === "0.00" ? null : words.money(closing);
  const body = await letterBody(
    <Letter
      preview={`Account ${practice.code} as of ${words.day(to)}`}
      heading={`Statement as of ${words.day(to)}`}
      from={[lab.name, ...lab.address, lab.phone].filter(Boolean).join(" · ")}
      link={{ href: `${process.env.NEXTAUTH_URL ?? ""}/portal/statement`, label: "Open your account" }}
      footnote="The statement is attached as a PDF."
    >
      <Line>Dear {practice.name},</Line>
      <Line>
        here is the statement of your account from {words.day(from)} to {words.day(to)}.{" "}
        {owed
          ? `${owed} is owed${overdue === "0.00" ? "." : `, of which ${words.money(overdue)} is past its due date.`}`
          : closing === "0.00"
            ? "Nothing is owed."
            : `${words.money(closing.slice(1))} stands to your credit.`}
      </Line>
      {owed && account && (
        <Line>Please pay to {account} and give the numbers of the invoices as the payment reference.</Line>
      )}
      {owed && <Line>If you have paid in the last days, please disregard what has crossed with this letter.</Line>}
    </Letter>,
  );
  return { subject: `Statement as of ${words.day(to)} from ${lab.name}`, ...body };
}
