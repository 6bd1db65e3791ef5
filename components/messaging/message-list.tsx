"use client";

import { ArrowDown } from "lucide-react";
import { Fragment, type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/time";
import { eventSentence } from "@/lib/messaging/events";
import { CHANGE_MINUTES } from "@/lib/messaging/limits";
import type { MessageView, PersonView } from "@/lib/messaging/thread";
import type { Pending } from "./merge";
import { MessageLine, PendingLine } from "./message-line";

const NEAR_BOTTOM = 120;
const ONE_RUN_MS = 5 * 60_000;

type Props = {
  me: string;
  messages: readonly MessageView[];
  pending: readonly Pending[];
  people: readonly PersonView[];
  /** Up to where the reader had read when the screen opened. */
  readBefore: number;
  hasOlder: boolean;
  loadingOlder: boolean;
  onOlder: () => void;
  onEdit: (message: MessageView) => void;
  onRemove: (message: MessageView) => void;
  onRetry: (message: Pending) => void;
  onDrop: (key: string) => void;
  empty: ReactNode;
};

/** What was said, oldest first; stays at the newest while the reader is there, and where they are when they read back. */
export function MessageList(props: Props) {
  const { me, messages, pending, people, readBefore, hasOlder, loadingOlder, empty } = props;
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const before = useRef({ oldest: 0, height: 0, atBottom: true });
  const [below, setBelow] = useState(false);
  const oldest = messages[0]?.position ?? 0;
  const newest = (messages.at(-1)?.position ?? 0) + pending.length;

  // biome-ignore lint/correctness/useExhaustiveDependencies: what was added decides where the reader stays
  useLayoutEffect(() => {
    const el = box.current;
    if (!el) return;
    const { oldest: was, height, atBottom } = before.current;
    if (was > oldest) el.scrollTop += el.scrollHeight - height;
    else if (atBottom || pending.length > 0) el.scrollTop = el.scrollHeight;
    else setBelow(true);
    before.current = { ...before.current, oldest, height: el.scrollHeight };
  }, [oldest, newest]);

  // A picture arrives after its message, and what is being written takes of the height: the newest stays in sight.
  useEffect(() => {
    const el = box.current;
    if (!el || !list.current) return;
    const watch = new ResizeObserver(() => {
      if (before.current.atBottom) el.scrollTop = el.scrollHeight;
    });
    watch.observe(el);
    watch.observe(list.current);
    return () => watch.disconnect();
  }, []);

  const scrolled = () => {
    const el = box.current;
    if (!el) return;
    const atBottom = el.scrollHeight - el.scrollTop - el.clientHeight < NEAR_BOTTOM;
    before.current = { ...before.current, atBottom, height: el.scrollHeight };
    if (atBottom) setBelow(false);
  };
  const down = () => box.current?.scrollTo({ top: box.current.scrollHeight });

  const nameOf = (userId: string) => people.find((person) => person.userId === userId)?.name ?? "Someone";
  const firstNew = messages.find(({ position, authorId }) => position > readBefore && authorId !== me)?.position;
  return (
    <div className="relative min-h-0 flex-1">
      <section
        ref={box}
        aria-label="Messages"
        onScroll={scrolled}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
        tabIndex={0}
        className="h-full overflow-y-auto overscroll-contain p-4"
      >
        {hasOlder && (
          <div className="flex justify-center">
            <Button size="sm" loading={loadingOlder} onClick={props.onOlder}>
              Show earlier messages
            </Button>
          </div>
        )}
        {messages.length + pending.length === 0 && empty}
        <ol ref={list} aria-live="polite" aria-relevant="additions">
          {messages.map((message, index) => (
            <Fragment key={message.id}>
              {newDay(messages[index - 1]?.at, message.at) && (
                <Mark>
                  <DateTime iso={message.at} format="day" />
                </Mark>
              )}
              {message.position === firstNew && <Mark tone="new">New</Mark>}
              {message.event ? (
                <li className="my-2 text-center text-xs text-muted">
                  {eventSentence(message.authorId === me ? "You" : nameOf(message.authorId), message.event)}
                </li>
              ) : (
                <MessageLine
                  message={message}
                  author={nameOf(message.authorId)}
                  own={message.authorId === me}
                  continues={message.position !== firstNew && follows(messages[index - 1], message)}
                  mentioned={message.mentions.map(nameOf)}
                  changeable={isChangeable(message, me)}
                  onEdit={() => props.onEdit(message)}
                  onRemove={() => props.onRemove(message)}
                />
              )}
            </Fragment>
          ))}
          {pending.map((message, index) => (
            <PendingLine
              key={message.key}
              message={message}
              continues={index > 0 || messages.at(-1)?.authorId === me}
              onRetry={() => props.onRetry(message)}
              onDrop={() => props.onDrop(message.key)}
            />
          ))}
        </ol>
        <SeenBy me={me} messages={messages} people={people} />
      </section>
      {below && (
        <Button
          variant="primary"
          size="sm"
          icon={<ArrowDown aria-hidden />}
          onClick={down}
          className="absolute bottom-3 left-1/2 -translate-x-1/2 shadow-high"
        >
          New messages
        </Button>
      )}
    </div>
  );
}

function Mark({ tone, children }: { tone?: "new"; children: ReactNode }) {
  return (
    <li className={`my-3 flex items-center gap-3 text-xs font-medium ${tone ? "text-accent-text" : "text-muted"}`}>
      <span aria-hidden className="h-px flex-1 bg-line" />
      {children}
      <span aria-hidden className="h-px flex-1 bg-line" />
    </li>
  );
}

/** Who has seen one's own last message, if it is the last. */
function SeenBy({ me, messages, people }: Pick<Props, "me" | "messages" | "people">) {
  const last = messages.at(-1);
  if (!last || last.authorId !== me || last.event) return null;
  const seen = people.filter(
    ({ userId, isIn, readPosition }) => userId !== me && isIn && readPosition >= last.position,
  );
  return (
    <p role="status" className="mt-1 text-end text-2xs text-muted">
      {seen.length === 0 ? "Sent" : `Seen by ${new Intl.ListFormat("en").format(seen.map(({ name }) => name))}`}
    </p>
  );
}

const newDay = (before: string | undefined, at: string) => before?.slice(0, 10) !== at.slice(0, 10);
const follows = (before: MessageView | undefined, message: MessageView) =>
  before !== undefined &&
  before.authorId === message.authorId &&
  before.event === null &&
  !newDay(before.at, message.at) &&
  Date.parse(message.at) - Date.parse(before.at) < ONE_RUN_MS;
const isChangeable = ({ authorId, isRemoved, at }: MessageView, me: string) =>
  authorId === me && !isRemoved && Date.now() - Date.parse(at) < CHANGE_MINUTES * 60_000;
