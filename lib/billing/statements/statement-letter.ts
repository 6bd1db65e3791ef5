import { addressOf } from "@/lib/access/tokens";
import type { Transaction } from "@/lib/db/transaction";
import { type WrittenLetter, writeLetter } from "@/lib/mail/templates/write-letter";
import { invoiceWords } from "../invoice-words";
import type { StatementContents } from "./send-statement";

/** The letter that a statement goes out with to `address`: days and money in the lab's locale, words as the lab has them. */
export function statementLetter(
  tx: Transaction,
  { currency, from, to, closing, overdue, parties }: StatementContents,
  of: { id: string; locale: string },
  address: string,
): Promise<WrittenLetter> {
  const words = invoiceWords(of.locale, currency);
  const { lab, practice } = parties;
  const owed = closing.startsWith("-") || closing === "0.00" ? null : words.money(closing);
  return writeLetter(tx, "statement", {
    labId: of.id,
    to: address,
    from: [lab.name, ...lab.address, lab.phone].filter(Boolean).join(" · "),
    href: addressOf("/portal/statement"),
    values: {
      practice: practice.name,
      from: words.day(from),
      to: words.day(to),
      balance: owed
        ? `${owed} is owed${overdue === "0.00" ? "." : `, of which ${words.money(overdue)} is past its due date.`}`
        : closing === "0.00"
          ? "Nothing is owed."
          : `${words.money(closing.slice(1))} stands to your credit.`,
      owed,
      bank: owed && [lab.bankName, lab.bankAccount].filter(Boolean).join(" · "),
      lab: lab.name,
    },
  });
}
