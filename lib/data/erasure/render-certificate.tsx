import { renderToBuffer } from "@react-pdf/renderer";
import { CertificatePaper } from "./certificate-paper";
import type { Certificate } from "./queries";

/** The PDF of a certificate of erasure in the lab's locale (BCP 47) and zone (IANA), and the name to save it under. */
export async function renderCertificate(
  certificate: Certificate,
  { locale, timeZone }: { locale: string; timeZone: string },
): Promise<{ name: string; pdf: Buffer }> {
  const pdf = await renderToBuffer(<CertificatePaper certificate={certificate} locale={locale} timeZone={timeZone} />);
  return { name: `erasure-${certificate.number}.pdf`, pdf };
}
