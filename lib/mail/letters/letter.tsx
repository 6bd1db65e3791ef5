import { Body, Button, Container, Head, Heading, Hr, Html, Preview, Text } from "@react-email/components";
import type { ReactNode } from "react";

type LetterProps = {
  /** The line that mail programs show beside the subject. */
  preview: string;
  heading: string;
  /** Who writes: the lab's name, or Casepan itself. */
  from: string;
  /** The one thing to do. */
  link?: { href: string; label: string };
  /** Said small below the line. */
  footnote?: ReactNode;
  /** The language it is in (BCP 47). */
  lang?: string;
  children: ReactNode;
};

const ink = "#15191c";
const quiet = "#5b656d";
/** For readers whose mail program is dark; the colours are those of Casepan's dark screens. */
const DARK = `@media (prefers-color-scheme: dark) {
  .letter-ground, .letter-ground td { background-color: #0f1315 !important; }
  .letter-sheet, .letter-sheet td { background-color: #171c1f !important; border-color: #2e363b !important; }
  .letter-sheet h1, .letter-sheet p { color: #e8edf0 !important; }
  .letter-sheet .letter-quiet { color: #9aa6ae !important; }
  .letter-line { border-color: #2e363b !important; }
  .letter-sheet a:not([style*="background"]) { color: #5eead4 !important; }
}`;
const font = "system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";

/** The look of every letter: one column, one thing to do, who it is from. Give it paragraphs (`Line`) as children. */
export function Letter({ preview, heading, from, link, footnote, lang = "en", children }: LetterProps) {
  return (
    <Html lang={lang}>
      <Head>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Preview>{preview}</Preview>
      <Body
        className="letter-ground"
        style={{ backgroundColor: "#f5f7f8", color: ink, fontFamily: font, margin: 0, padding: "24px 12px" }}
      >
        <Container
          className="letter-sheet"
          style={{ backgroundColor: "#ffffff", border: "1px solid #dde2e6", borderRadius: 8, padding: 28 }}
        >
          <Heading as="h1" style={{ fontSize: 20, lineHeight: "28px", margin: "0 0 12px" }}>
            {heading}
          </Heading>
          {children}
          {link && (
            <>
              <Button
                href={link.href}
                style={{
                  backgroundColor: "#0f766e",
                  borderRadius: 6,
                  color: "#ffffff",
                  fontSize: 15,
                  padding: "11px 18px",
                }}
              >
                {link.label}
              </Button>
              <Text
                className="letter-quiet"
                style={{ color: quiet, fontSize: 13, lineHeight: "20px", wordBreak: "break-all" }}
              >
                {link.href}
              </Text>
            </>
          )}
          <Hr className="letter-line" style={{ borderColor: "#dde2e6", margin: "20px 0 12px" }} />
          <Text className="letter-quiet" style={{ color: quiet, fontSize: 13, lineHeight: "20px", margin: 0 }}>
            {footnote && <>{footnote} </>}
            {from}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

/** A paragraph of a letter. */
export function Line({ children }: { children: ReactNode }) {
  return <Text style={{ fontSize: 15, lineHeight: "24px", margin: "0 0 14px" }}>{children}</Text>;
}
