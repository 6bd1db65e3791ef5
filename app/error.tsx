"use client";

import { LinkButton } from "@/components/ui/button";
import { ErrorState } from "@/components/ui/states";

export default function ScreenError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="flex min-h-[60dvh] items-center justify-center">
      <ErrorState
        title="This screen could not be shown"
        message={
          <>
            Nothing was lost. Try again; if it stays, tell your administrator
            {error.digest ? ` the reference ${error.digest}` : ""}.
          </>
        }
        retry={reset}
        action={<LinkButton href="/">Go to the start</LinkButton>}
      />
    </main>
  );
}
