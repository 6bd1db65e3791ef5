import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { AppearanceScript } from "@/components/shell/appearance-script";
import { Toaster } from "@/components/ui/toast";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Casepan", template: "%s · Casepan" },
  description: "Cases, stages, deliveries and invoices of a dental laboratory.",
  icons: { icon: [{ url: "/icon.svg", type: "image/svg+xml" }], apple: "/icon-180.png" },
  manifest: "/manifest.webmanifest",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#15191c" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <AppearanceScript />
      </head>
      <body>
        {children}
        <Toaster />
      </body>
    </html>
  );
}
