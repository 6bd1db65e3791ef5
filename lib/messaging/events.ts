/** What happened in a conversation beside what was said; names as they were then. */
export type ConversationEvent =
  | { event: "began" }
  | { event: "added"; names: string[] }
  | { event: "removed"; name: string }
  | { event: "left" }
  | { event: "renamed"; subject: string };

const list = (names: readonly string[]) => new Intl.ListFormat("en", { type: "conjunction" }).format(names);

/** The line about an event, with the name of who did it. */
export function eventSentence(author: string, event: ConversationEvent): string {
  switch (event.event) {
    case "began":
      return `${author} began the conversation`;
    case "added":
      return `${author} added ${list(event.names)}`;
    case "removed":
      return `${author} removed ${event.name}`;
    case "left":
      return `${author} left`;
    case "renamed":
      return event.subject ? `${author} named it “${event.subject}”` : `${author} took the name away`;
  }
}
