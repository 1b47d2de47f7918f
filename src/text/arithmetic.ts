/**
 * The value of an arithmetic expression in running text or LaTeX, or undefined where it is none: decimals with
 * thousands separators, + - − × x * · ÷ /, plus/minus/times/divided by, \times \cdot \div \frac{a}{b}, percent,
 * powers and brackets; currency signs are read over.
 */
export function evaluateArithmetic(expression: string): number | undefined {
  const tokens = tokenise(expression);
  if (
    tokens === undefined ||
    !tokens.some((token) => typeof token === "string" && /^(?:[-+*/^]|frac)$/u.test(token))
  )
    return undefined;
  const reader: Reader = { tokens, at: 0 };
  const value = sum(reader);
  return value === undefined || reader.at < tokens.length || !Number.isFinite(value) ? undefined : value;
}

type Token = number | string;

interface Reader {
  readonly tokens: readonly Token[];
  at: number;
}

const TOKEN =
  /\s+|(?<number>\d{1,3}(?:(?:,|\{,\})\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)|(?<frac>\\[dt]?frac)|(?<times>×|\*|·|⋅|\\times|\\cdot|(?:x|times|multiplied by)(?=[\s\d]))|(?<over>÷|\/|\\div|divided by)|(?<plus>\+|plus)|(?<minus>-|−|–|minus)|(?<power>\^|\*\*)|(?<open>\\left\(|[([{])|(?<close>\\right\)|[)\]}])|(?<percent>\\?%)|(?<sign>\\?\$|€|£)|(?<space>\\[,;!]|\\quad)/uy;

function tokenise(expression: string): Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < expression.length) {
    const groups = TOKEN.exec(expression)?.groups;
    if (groups === undefined) return undefined;
    const { number, frac, times, over, plus, minus, power, open, close, percent } = groups;
    if (number !== undefined) tokens.push(Number(number.replace(/[,{}]/gu, "")));
    else if (frac !== undefined) tokens.push("frac");
    else if (times !== undefined) tokens.push("*");
    else if (over !== undefined) tokens.push("/");
    else if (plus !== undefined) tokens.push("+");
    else if (minus !== undefined) tokens.push("-");
    else if (power !== undefined) tokens.push("^");
    else if (open !== undefined) tokens.push("(");
    else if (close !== undefined) tokens.push(")");
    else if (percent !== undefined) tokens.push("%");
  }
  return tokens;
}

function sum(reader: Reader): number | undefined {
  let value = product(reader);
  for (let sign = reader.tokens[reader.at]; sign === "+" || sign === "-"; sign = reader.tokens[reader.at]) {
    reader.at++;
    const next = product(reader);
    if (value === undefined || next === undefined) return undefined;
    value = sign === "+" ? value + next : value - next;
  }
  return value;
}

function product(reader: Reader): number | undefined {
  let value = signed(reader);
  for (;;) {
    const sign = reader.tokens[reader.at];
    // 5(2) is a product, 5 2 is none.
    if (sign !== "*" && sign !== "/" && sign !== "(") return value;
    if (sign !== "(") reader.at++;
    const next = signed(reader);
    if (value === undefined || next === undefined) return undefined;
    value = sign === "/" ? value / next : value * next;
  }
}

function signed(reader: Reader): number | undefined {
  if (reader.tokens[reader.at] !== "-") return power(reader);
  reader.at++;
  const value = power(reader);
  return value === undefined ? undefined : -value;
}

function power(reader: Reader): number | undefined {
  let value = atom(reader);
  while (reader.tokens[reader.at] === "%") {
    reader.at++;
    value = value === undefined ? undefined : value / 100;
  }
  if (reader.tokens[reader.at] !== "^") return value;
  reader.at++;
  const exponent = signed(reader);
  return value === undefined || exponent === undefined ? undefined : value ** exponent;
}

function atom(reader: Reader): number | undefined {
  const token = reader.tokens[reader.at++];
  if (typeof token === "number") return token;
  if (token === "frac") {
    const above = atom(reader);
    const below = atom(reader);
    return above === undefined || below === undefined ? undefined : above / below;
  }
  // Brackets nested beyond belief are no arithmetic.
  if (token !== "(" || reader.at > 200) return undefined;
  const value = sum(reader);
  return reader.tokens[reader.at++] === ")" ? value : undefined;
}
