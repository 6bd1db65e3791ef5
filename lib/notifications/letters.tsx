import { addressOf } from "@/lib/access/tokens";
import type { Transaction } from "@/lib/db/transaction";
import { Line } from "@/lib/mail/letters/letter";
import { type WrittenLetter, writeLetter } from "@/lib/mail/templates/write-letter";

export type Told = { title: string; body: string | null; href: string };
/** The lab that writes, and the address it writes to. */
type Between = { lab: { id: string; name: string }; to: string };

/** The letter about one notification, in the lab's name. */
export function oneLetter(tx: Transaction, { title, body, href }: Told, { lab, to }: Between): Promise<WrittenLetter> {
  return writeLetter(tx, "notification", {
    labId: lab.id,
    to,
    from: `${lab.name} · ${addressOf("/account#notifications")}`,
    href: addressOf(href),
    values: { title: title.slice(0, 150), body, lab: lab.name },
  });
}

/** The daily letter: what is unread, the newest first; `more` that are not listed, and the page that lists them all. */
export function digestLetter(
  tx: Transaction,
  told: Told[],
  more: number,
  { lab, to, listPage }: Between & { listPage: string },
): Promise<WrittenLetter> {
  const count = told.length + more;
  const list = (
    <>
      {told.map(({ title, body, href }) => (
        <Line key={`${href} ${title}`}>
          <a href={addressOf(href)} style={{ color: "#0f766e", fontWeight: 600 }}>
            {title}
          </a>
          {body && (
            <>
              <br />
              {body}
            </>
          )}
        </Line>
      ))}
      {more > 0 && <Line>And {more} more.</Line>}
    </>
  );
  return writeLetter(tx, "digest", {
    labId: lab.id,
    to,
    from: `${lab.name} · ${addressOf("/account#notifications")}`,
    href: addressOf(listPage),
    values: {
      count: count === 1 ? "One thing you have not read" : `${count} things you have not read`,
      lab: lab.name,
    },
    blocks: { list },
  });
}
