export type TextPart = { kind: "text" | "mention"; text: string } | { kind: "link"; text: string; href: string };

const ADDRESS = /https?:\/\/[^\s<>"'`]+/gi;
const TRAILING = /[.,;:!?)\]}]+$/;

/**
 * A message's words in parts: addresses that begin with http:// or https:// become links (the punctuation after them does not), `@Name` of
 * somebody mentioned is set apart, everything else stays text. Nothing is ever read as markup.
 */
export function linkedText(body: string, mentioned: readonly string[]): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const found of body.matchAll(ADDRESS)) {
    const text = found[0].replace(TRAILING, "");
    const href = addressOf(text);
    if (!href) continue;
    parts.push(...mentionsIn(body.slice(from, found.index), mentioned), { kind: "link", text, href });
    from = found.index + text.length;
  }
  parts.push(...mentionsIn(body.slice(from), mentioned));
  return parts;
}

function addressOf(text: string): string | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && (url.protocol === "https:" || url.protocol === "http:") && url.hostname ? url.href : null;
}

function mentionsIn(text: string, names: readonly string[]): TextPart[] {
  if (text === "") return [];
  const at = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => ({ name, index: text.indexOf(`@${name}`) }))
    .filter(({ index }) => index >= 0)
    .sort((a, b) => a.index - b.index)[0];
  if (!at) return [{ kind: "text", text }];
  const end = at.index + at.name.length + 1;
  const before: TextPart[] = at.index > 0 ? [{ kind: "text", text: text.slice(0, at.index) }] : [];
  return [...before, { kind: "mention", text: text.slice(at.index, end) }, ...mentionsIn(text.slice(end), names)];
}
