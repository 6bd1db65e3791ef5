"use client";

import { AppearanceScript } from "@/components/shell/appearance-script";
import { ErrorState } from "@/components/ui/states";
import "./globals.css";

export default function GlobalError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <title>Something went wrong · Casepan</title>
        <AppearanceScript />
      </head>
      <body>
        <main className="flex min-h-dvh items-center justify-center">
          <ErrorState
            title="Casepan could not be shown"
            message={`Nothing was lost. Try again in a moment.${error.digest ? ` Reference: ${error.digest}` : ""}`}
            retry={reset}
          />
        </main>
      </body>
    </html>
  );
}
