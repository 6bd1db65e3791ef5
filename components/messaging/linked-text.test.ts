import { expect, test } from "vitest";
import { linkedText } from "./linked-text";

const kinds = (body: string, names: string[] = []) =>
  linkedText(body, names).map(({ kind, text }) => `${kind}:${text}`);

test("addresses become links without the punctuation after them", () => {
  expect(kinds("See https://example.test/a?b=1. Or (http://other.test)!")).toEqual([
    "text:See ",
    "link:https://example.test/a?b=1",
    "text:. Or (",
    "link:http://other.test",
    "text:)!",
  ]);
});

test("nothing else does, and the words stay whole", () => {
  for (const body of [
    "javascript:alert(1)",
    "data:text/html,<b>x</b>",
    "ftp://x.test",
    "https://",
    "<a href=x>",
    "www.x.test",
  ])
    expect(kinds(body)).toEqual([`text:${body}`]);
  const body = "a https://x.test b https://y.test/(z) c @Ann @Anna @Ann";
  expect(
    linkedText(body, ["Ann", "Anna"])
      .map(({ text }) => text)
      .join(""),
  ).toBe(body);
});

test("names of those mentioned are set apart, the longest first", () => {
  expect(kinds("@Anna and @Ann, not @Bob", ["Ann", "Anna"])).toEqual([
    "mention:@Anna",
    "text: and ",
    "mention:@Ann",
    "text:, not @Bob",
  ]);
});
