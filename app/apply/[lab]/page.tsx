import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ApplicationForm } from "@/components/network/application-form";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { publicLab } from "@/lib/access/public-lab";
import { formTicket } from "@/lib/network/form-ticket";
import { publicWords } from "@/lib/network/public-words";

export const metadata: Metadata = { title: "Apply", robots: { index: true } };
/** The form carries when it was opened. */
export const dynamic = "force-dynamic";

export default async function ApplyPage({ params }: { params: Promise<{ lab: string }> }) {
  const place = await publicLab((await params).lab);
  if (!place) notFound();
  const { lab, acceptsApplications, phone } = place;
  const words = await publicWords(lab);
  return (
    <>
      <header className="flex flex-col gap-1">
        <h1 className="text-2xl font-semibold">Work with {lab.name}</h1>
        <p className="text-sm whitespace-pre-line text-muted">
          {words ||
            "Apply as a dentist. We check your licence, agree the terms with you, and open an account to send and follow your cases."}
        </p>
      </header>
      {acceptsApplications ? (
        <ApplicationForm lab={lab.slug} labName={lab.name} ticket={formTicket(lab.slug)} />
      ) : (
        <Notice tone="info" title="No applications at the moment">
          {lab.name} takes no new practices just now{phone ? `. Call ${phone} to ask when that changes.` : "."}
        </Notice>
      )}
      <p className="text-sm text-muted">
        Already a partner? <LinkButton href="/sign-in">Sign in</LinkButton>
      </p>
    </>
  );
}
