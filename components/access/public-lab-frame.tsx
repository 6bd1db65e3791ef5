import type { ComponentProps } from "react";
import { publicLab } from "@/lib/access/public-lab";
import { PublicFrame } from "../shell/public-frame";
import { RegionProvider } from "../ui/region";

/** The frame of what strangers see of a lab, by its slug: its name, and days and money as it writes them. */
export async function PublicLabFrame({ slug, ...frame }: { slug: string } & ComponentProps<typeof PublicFrame>) {
  const place = await publicLab(slug);
  const { timeZone: zone, locale, currency } = place?.lab ?? { timeZone: "UTC", locale: "en-GB", currency: "GBP" };
  return (
    <RegionProvider region={{ zone, locale, currency }}>
      <PublicFrame name={place?.lab.name} {...frame} />
    </RegionProvider>
  );
}
