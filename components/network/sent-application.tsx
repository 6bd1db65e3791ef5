"use client";

import { useEffect, useRef } from "react";
import { Panel } from "../ui/card";
import { Notice } from "../ui/notice";

/** What happens after an application was sent: the letter, and documents that did not arrive. */
export function SentApplication({ email, failed, labName }: { email: string; failed: string[]; labName: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Panel
      title={
        <span ref={heading} tabIndex={-1} className="outline-none">
          Look into your mail
        </span>
      }
    >
      <div className="flex flex-col gap-3 text-sm">
        <p>
          A letter is on its way to <strong className="break-all">{email}</strong>. Open the link in it and confirm
          within three days; only then does {labName} see your application.
        </p>
        <p>Keep the letter: by its link you see how your application stands, answer questions, or withdraw it.</p>
        {failed.length > 0 && (
          <Notice tone="warning" title="Some documents did not arrive">
            <ul className="list-disc pl-4">
              {failed.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            You can add them by the link in the letter.
          </Notice>
        )}
      </div>
    </Panel>
  );
}
