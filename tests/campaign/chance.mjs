/// Numbers that a seed decides (mulberry32): the same seed plans the same troubles.
export class Chance {
  constructor(seed) {
    this.state = seed >>> 0;
  }

  /// From 0 up to, but not including, 1.
  number() {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  between(least, most) {
    return least + this.number() * (most - least);
  }

  happens(probability) {
    return this.number() < probability;
  }

  oneOf(list) {
    return list[Math.floor(this.number() * list.length)];
  }

  /// One of [{weight, …}], the heavier the likelier.
  weighted(list) {
    let left = this.number() * list.reduce((sum, one) => sum + one.weight, 0);
    return list.find((one) => (left -= one.weight) < 0) ?? list.at(-1);
  }
}
