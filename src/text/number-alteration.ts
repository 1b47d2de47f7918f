import type { Random } from "../contract.js";
import type { NumberToken } from "./numbers.js";

/**
 * Another number of the same kind, format and believable size, or undefined where none would read well.
 * Thousands separators, decimals and leading zeros are kept; counts never become 1 (a plural follows).
 */
export function alterNumber(token: NumberToken, random: Random): string | undefined {
  const { text } = token;
  switch (token.kind) {
    case "count":
    case "measure":
      return quantityOf(text) === 1 && !token.unit ? undefined : scaled(text, random, token.unit ? 1 : 2);
    case "money":
      return scaled(text, random, 2);
    case "percent":
      return percent(text, random);
    case "year":
      return String(shiftedYear(Number(text), random));
    case "decade":
      return String(Number(text) - 10 * (1 + random.integer(3)));
    case "day":
      return replaceDay(text, random);
    case "date":
      return date(text, random);
    case "clock":
      return clock(text, random);
    case "range":
      return range(text, random);
    case "fraction":
      return fraction(text, random);
    case "ordinal":
      return ordinal(text, random);
    case "word":
      return word(text, random);
    default:
      return undefined;
  }
}

const WORDS = "two three four five six seven eight nine ten twelve fifteen twenty thirty forty fifty".split(
  " ",
);

function quantityOf(text: string): number {
  return Number(text.replaceAll(",", ""));
}

/** Writes a value in the format of `like`. */
function writeLike(like: string, value: number): string {
  const decimals = /\.(\d+)$/u.exec(like)?.[1]?.length ?? 0;
  const [whole, fraction] = value.toFixed(decimals).split(".") as [string, string | undefined];
  const grouped = like.includes(",") ? whole.replace(/\B(?=(?:\d{3})+$)/gu, ",") : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** 30–55 % less or 40–120 % more, rounded to as many significant digits as the original shows. */
function scaled(text: string, random: Random, least: number): string | undefined {
  const value = quantityOf(text);
  if (value === 0 || !Number.isFinite(value)) return undefined;
  if (Number.isInteger(value) && value <= 12 && !text.includes(".")) return small(value, random, least);
  const factor = random.next() < 0.5 ? 0.45 + 0.25 * random.next() : 1.4 + 0.8 * random.next();
  const result = writeLike(text, significant(value * factor, text));
  return result === text || quantityOf(result) === 0 ? undefined : result;
}

function small(value: number, random: Random, least: number): string {
  const candidates = Array.from({ length: 2 * value + 2 }, (_, i) => i + least).filter(
    (other) => Math.abs(other - value) >= (value < 4 ? 1 : 2) && other >= value / 2.5,
  );
  return String(random.pick(candidates));
}

function significant(value: number, like: string): number {
  const digits = Math.max(1, like.replaceAll(/[,.]/gu, "").replace(/^0+/u, "").replace(/0+$/u, "").length);
  return Number(value.toPrecision(Math.min(digits, 15)));
}

function percent(text: string, random: Random): string | undefined {
  const value = quantityOf(text);
  if (value > 100) return scaled(text, random, 1);
  for (let attempt = 0; attempt < 8; attempt++) {
    const other = value >= 100 ? writeLike(text, 55 + random.integer(8) * 5) : scaled(text, random, 1);
    if (other !== undefined && quantityOf(other) < 100) return other;
  }
  return undefined;
}

/** By 3 to 17 years; from 2000 on into the past only, for a future year would betray itself. */
function shiftedYear(year: number, random: Random): number {
  const by = 3 + random.integer(15);
  return year >= 2000 || random.next() < 0.5 ? year - by : Math.min(year + by, 2010);
}

function replaceDay(text: string, random: Random): string {
  const day = Number(text);
  const other = 1 + ((day - 1 + 3 + random.integer(22)) % 28);
  const shown = other === day ? 1 + (day % 28) : other;
  return text.startsWith("0") ? String(shown).padStart(2, "0") : String(shown);
}

/** ISO dates get another day; slashed dates another year, since their day and month cannot be told apart. */
function date(text: string, random: Random): string {
  const iso = /^(\d{4}-\d{2}-)(\d{2})$/u.exec(text);
  if (iso !== null) return iso[1]! + replaceDay(iso[2]!, random).padStart(2, "0");
  const [first, second, year] = text.split("/") as [string, string, string];
  const shifted = year.length === 4 ? shiftedYear(Number(year), random) : (Number(year) + 87) % 100;
  return `${first}/${second}/${String(shifted).padStart(year.length, "0")}`;
}

/** Another hour, a bare "3" of "3 pm" included; minutes stay. */
function clock(text: string, random: Random): string {
  const [hour = "", ...rest] = text.split(":");
  const top = Number(hour) > 12 ? 23 : 12;
  const other = 1 + ((Number(hour) - 1 + 2 + random.integer(top - 3)) % top);
  return [hour.length === 2 ? String(other).padStart(2, "0") : String(other), ...rest].join(":");
}

/** Both ends by the same factor (years: by the same shift), so that the range stays one. */
function range(text: string, random: Random): string | undefined {
  const parts = /^([\d.,]+)(\D+)([\d.,]+)$/u.exec(text);
  if (parts === null) return undefined;
  const [, low = "", dash = "", high = ""] = parts;
  if (/^(?:1\d|20)\d\d$/u.test(low) && /^\d{4}$/u.test(high)) {
    const by = shiftedYear(Number(low), random) - Number(low);
    return `${Number(low) + by}${dash}${Number(high) + by}`;
  }
  if (!(quantityOf(low) < quantityOf(high))) return undefined;
  const factor = quantityOf(high) <= 100 && quantityOf(high) > 50 ? 0.4 : random.pick([0.5, 2, 3]);
  const scale = (end: string) =>
    writeLike(end, Math.max(1, significant(quantityOf(end) * factor, `${end}1`)));
  const [newLow, newHigh] = [scale(low), scale(high)];
  return quantityOf(newLow) < quantityOf(newHigh) && newLow !== low ? newLow + dash + newHigh : undefined;
}

function fraction(text: string, random: Random): string | undefined {
  const choices = ["1/4", "1/3", "1/2", "2/3", "3/4"];
  return choices.includes(text) ? random.pick(choices.filter((other) => other !== text)) : undefined;
}

/** 4 to 20 all end in "th", which stays in the text. */
function ordinal(text: string, random: Random): string | undefined {
  const value = Number(text);
  if (!(value >= 6 && value <= 20)) return undefined;
  const choices = Array.from({ length: 17 }, (_, i) => i + 4);
  return String(random.pick(choices.filter((n) => Math.abs(n - value) >= 2 && Math.abs(n - value) <= 5)));
}

function word(text: string, random: Random): string {
  const at = WORDS.indexOf(text.toLowerCase());
  const near = WORDS.filter((_, i) => i !== at && Math.abs(i - at) <= 4);
  const other = random.pick(near);
  return /^\p{Lu}/u.test(text) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
}
