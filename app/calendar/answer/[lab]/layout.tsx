import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";
import { RegionProvider } from "@/components/ui/region";
import { publicLab } from "@/lib/access/public-lab";

type Props = { params: Promise<{ lab: string }>; children: ReactNode };

/** The frame of what a guest sees of an invitation: the lab's name, one column, no navigation. */
export default async function AnswerLayout({ params, children }: Props) {
  const place = await publicLab((await params).lab);
  const { timeZone: zone, locale, currency } = place?.lab ?? { timeZone: "UTC", locale: "en-GB", currency: "GBP" };
  return (
    <RegionProvider region={{ zone, locale, currency }}>
      <main className="flex min-h-dvh flex-col items-center gap-6 bg-canvas px-4 py-8">
        <p className="flex items-center gap-2 text-lg font-semibold">
          <Mark className="size-8" />
          {place?.lab.name ?? "Casepan"}
        </p>
        <div data-density="touch" className="flex w-full max-w-xl flex-col gap-5">
          {children}
        </div>
      </main>
    </RegionProvider>
  );
}
