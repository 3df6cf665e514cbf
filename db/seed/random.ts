/**
 * Seeded random numbers: sfc32, the "small fast counting" generator of Chris Doty-Humphrey's PractRand (period at least 2^32
 * from any seed, about 2^127 on average), whose state is filled by the finaliser of Austin Appleby's MurmurHash3. Whole numbers
 * only, so every machine draws the same.
 */
export class Random {
  private a = 0;
  private b = 0;
  private c = 0;
  private d = 1;

  /** Streams with different `parts` are independent; the same parts give the same stream. Parts are whole numbers below 2^53. */
  constructor(...parts: number[]) {
    for (const part of parts) {
      this.stir(part >>> 0);
      this.stir(Math.floor(part / 2 ** 32) >>> 0);
    }
    for (let round = 0; round < 8; round++) this.bits();
  }

  private stir(word: number): void {
    this.a = finalise(this.a ^ word);
    this.b = finalise(this.b + this.a);
    this.c = finalise(this.c ^ this.b ^ 0x9e3779b9);
  }

  /** 32 random bits. */
  bits(): number {
    const sum = (((this.a + this.b) | 0) + this.d) | 0;
    this.d = (this.d + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** A number in [0, 1). */
  unit(): number {
    return this.bits() / 2 ** 32;
  }

  /** A number in [from, to). */
  between(from: number, to: number): number {
    return from + (to - from) * this.unit();
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.unit() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.unit() < probability;
  }

  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.unit() * list.length)] as T;
  }

  /** One of several values, each with its weight. */
  weighted<T>(choices: readonly (readonly [value: T, weight: number])[]): T {
    let left = this.unit() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [value, weight] of choices) {
      left -= weight;
      if (left < 0) return value;
    }
    return (choices[choices.length - 1] as readonly [T, number])[0];
  }

  /** Normal with mean 0 and deviation 1 (Box and Muller). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.unit())) * Math.cos(2 * Math.PI * this.unit());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.unit());
  }

  /** Number of events where `mean` are expected (Knuth's product; means here are small). */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let product = this.unit();
    let count = 0;
    while (product > limit) {
      product *= this.unit();
      count++;
    }
    return count;
  }

  /** An id in the form of a UUIDv7 (RFC 9562): the instant in milliseconds, then random bits. */
  uuid(instantMs: number): string {
    const time = Math.floor(instantMs).toString(16).padStart(12, "0");
    const [x, y, z] = [this.bits(), this.bits(), this.bits()];
    const version = `7${hex(x & 0xfff, 3)}`;
    const variant = hex(0x8000 | ((x >>> 12) & 0x3fff), 4);
    return `${time.slice(0, 8)}-${time.slice(8)}-${version}-${variant}-${hex(y, 8)}${hex(z >>> 16, 4)}`;
  }
}

function hex(value: number, length: number): string {
  return value.toString(16).padStart(length, "0");
}

function finalise(word: number): number {
  let mixed = word | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
