/**
 * Sends a certificate of a lot to the server. Answers null when it was kept, else what to tell the person.
 */
export async function sendCertificate(lotId: string, file: File): Promise<string | null> {
  try {
    const answer = await fetch(`/api/inventory/lots/${lotId}/certificates?name=${encodeURIComponent(file.name)}`, {
      method: "PUT",
      body: file,
    });
    if (answer.ok) return null;
    const refusal = (await answer.json()) as { formError?: string; fieldErrors?: Record<string, string[]> };
    return refusal.formError ?? Object.values(refusal.fieldErrors ?? {}).flat()[0] ?? "The certificate was not kept.";
  } catch {
    return `${file.name} could not be sent. Check the connection and add it on the item's page.`;
  }
}
