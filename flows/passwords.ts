import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** Work of one comparison: 32 MB of memory, three passes (OWASP's choice for this memory). */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const SALT_BYTES = 16;
const HASH_BYTES = 32;
const MAX_MEMORY_BYTES = 256 * COST.N * COST.r;

/** Nobody's password: comparing with it costs what comparing with a person's costs. */
const NOBODY = written(COST, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES));

/** The text kept for a password: method, cost, salt and hash, so that the cost may grow later. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return written(COST, salt, await derive(password, salt, COST));
}

/**
 * Whether the password is the one kept. Without a kept one it answers false after the same work, so that the time tells
 * nobody which addresses exist. Throws on a kept text that is not ours.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const { cost, salt, hash } = read(kept ?? NOBODY);
  const isSame = timingSafeEqual(await derive(password, salt, cost), hash);
  return isSame && kept !== null;
}

function written({ N, r, p }: typeof COST, salt: Buffer, hash: Buffer): string {
  return ["scrypt", N, r, p, salt.toString("base64url"), hash.toString("base64url")].join("$");
}

function read(kept: string): { cost: typeof COST; salt: Buffer; hash: Buffer } {
  const [method, N, r, p, salt, hash] = kept.split("$");
  if (method !== "scrypt" || !salt || !hash)
    throw new Error("a password hash is not in the form scrypt$N$r$p$salt$hash");
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return { cost, salt: Buffer.from(salt, "base64url"), hash: Buffer.from(hash, "base64url") };
}

/** The same letters typed on two systems may differ in code points; NFKC makes them one (RFC 8265). */
function derive(password: string, salt: Buffer, cost: typeof COST): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(
      password.normalize("NFKC"),
      salt,
      HASH_BYTES,
      { ...cost, maxmem: MAX_MEMORY_BYTES },
      (error, key) => (error ? reject(error) : resolve(key)),
    );
  });
}
