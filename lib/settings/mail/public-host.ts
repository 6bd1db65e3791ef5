import { lookup } from "node:dns/promises";
import { isIP } from "node:net";

const PRIVATE_NAMES = /^(localhost|.*\.(localhost|local|internal|lan|home|arpa))\.?$/i;
const PRIVATE_V4 =
  /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])|22[4-9]|2[3-5]\d)(\.|$)/;

/** Whether a name could be a server on the internet: not an address in figures, and no name of a local network. */
export function isPublicHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "");
  return isIP(bare) === 0 && bare.includes(".") && !PRIVATE_NAMES.test(bare);
}

const isPrivateAddress = (address: string) =>
  isIP(address) === 4 ? PRIVATE_V4.test(address) : /^(::1?$|::ffff:|f[cd]|fe[89ab]|ff)/i.test(address);

/**
 * The address of a server on the internet that a lab named, to connect to: what a lab enters must not reach the network that the
 * installation stands in. @throws Error in a sentence when its name is not known or leads there.
 */
export async function publicAddress(host: string): Promise<string> {
  const found = isPublicHost(host) ? await lookup(host, { all: true }).catch(() => []) : [];
  const first = found[0];
  if (!first) throw new Error(`The mail server ${host} is not known.`);
  if (found.some(({ address }) => isPrivateAddress(address)))
    throw new Error(`The mail server ${host} is not on the internet.`);
  return first.address;
}
