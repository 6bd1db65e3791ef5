import { addressOf } from "@/lib/access/tokens";
import { letterBody } from "@/lib/mail/letter";
import { Letter, Line } from "@/lib/mail/letters/letter";

export type Told = { title: string; body: string | null; href: string };
type Written = { subject: string; text: string; html: string };

const accountPage = () => addressOf("/account#notifications");
const footnote = () => `Which letters you get is your choice: ${accountPage()}.`;

/** The letter about one notification, in the lab's name. */
export async function oneLetter({ title, body, href }: Told, lab: string): Promise<Written> {
  const letter = (
    <Letter
      preview={body ?? title}
      heading={title}
      from={lab}
      link={{ href: addressOf(href), label: "Open in Casepan" }}
      footnote={footnote()}
    >
      {body?.split("\n").map((line, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of a letter never move
        <Line key={position}>{line}</Line>
      ))}
    </Letter>
  );
  return { subject: subjectOf(title), ...(await letterBody(letter)) };
}

/** The daily letter: what is unread, the newest first; `more` that are not listed, and the page that lists them all. */
export async function digestLetter(told: Told[], more: number, lab: string, listPage: string): Promise<Written> {
  const count = told.length + more;
  const heading = count === 1 ? "One thing you have not read" : `${count} things you have not read`;
  const letter = (
    <Letter
      preview={told[0]?.title ?? heading}
      heading={heading}
      from={lab}
      link={{ href: addressOf(listPage), label: "Read them in Casepan" }}
      footnote={footnote()}
    >
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
    </Letter>
  );
  return { subject: `${heading} at ${lab}`, ...(await letterBody(letter)) };
}

const subjectOf = (title: string) => title.slice(0, 150);
