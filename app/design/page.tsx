import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import type { AppFrameProps } from "@/components/shell/app-frame";
import { StatusBadge } from "@/components/ui/badge";
import { LinkTabs } from "@/components/ui/link-tabs";
import { PageHeader } from "@/components/ui/page-header";
import { ButtonsShown } from "./buttons-shown";
import { ChartsShown } from "./charts-shown";
import { FieldsShown } from "./fields-shown";
import { FormShown } from "./form-shown";
import { FrameShown } from "./frame-shown";
import { OverlaysShown } from "./overlays-shown";
import { ShowingShown } from "./showing-shown";
import { StatesShown } from "./states-shown";
import { TableShown } from "./table-shown";
import { TokensShown } from "./tokens-shown";

export const metadata: Metadata = { title: "Design system" };

const variants = ["lab", "portal", "driver"] as const;

/** Every part of the design system on one page. In development only. */
export default async function DesignPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[]>>;
}) {
  if (process.env.NODE_ENV === "production") notFound();
  const { frame } = await searchParams;
  const variant: AppFrameProps["variant"] = variants.find((each) => each === frame) ?? "lab";
  return (
    <FrameShown variant={variant}>
      <PageHeader
        title="Design system"
        subtitle="What every screen is made of"
        breadcrumbs={[{ label: "Development", href: "/" }]}
        status={<StatusBadge tone="info">Development only</StatusBadge>}
        tabs={
          <LinkTabs
            label="Frame"
            items={variants.map((each) => ({
              href: `?frame=${each}`,
              label: `${each.charAt(0).toUpperCase()}${each.slice(1)} frame`,
              current: each === variant,
            }))}
          />
        }
      />
      <TokensShown />
      <ButtonsShown />
      <ShowingShown />
      <FieldsShown />
      <FormShown />
      <OverlaysShown />
      <Suspense>
        <TableShown />
      </Suspense>
      <ChartsShown />
      <StatesShown />
    </FrameShown>
  );
}
