import { DateTime } from "../ui/time";

type Message = { id: string; body: string; who: string; at: string };

/** What was asked and answered about an application, in order. */
export function MessageList({ messages }: { messages: readonly Message[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {messages.map(({ id, body, who, at }) => (
        <li key={id} className="text-sm">
          <p className="text-xs text-muted">
            {who}, <DateTime iso={at} format="datetime" />
          </p>
          <p className="break-words whitespace-pre-wrap">{body}</p>
        </li>
      ))}
    </ul>
  );
}
