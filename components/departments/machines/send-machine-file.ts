type Target = { machine: string; kind: string; expires?: string; entry?: string };

/** Sends a paper of a machine to be kept. Answers why it was not, or null. */
export async function sendMachineFile(target: Target, file: File): Promise<string | null> {
  const query = new URLSearchParams({ ...target, name: file.name });
  try {
    const response = await fetch(`/api/machine-files?${query}`, { method: "PUT", body: file });
    if (response.ok) return null;
    const refusal = (await response.json()) as { formError?: string; fieldErrors?: Record<string, string[]> };
    return (
      refusal.formError ??
      (Object.values(refusal.fieldErrors ?? {})
        .flat()
        .join(" ") ||
        "It was not accepted.")
    );
  } catch {
    return "Casepan cannot be reached. Please try again.";
  }
}
