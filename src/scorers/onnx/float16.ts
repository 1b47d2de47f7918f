/** Logits as float64, whatever the graph's float type. onnxruntime gives float16 as bits where the runtime has no Float16Array. */
export function toFloat64(type: string, data: ArrayLike<number>): Float64Array {
  return type === "float16" && data instanceof Uint16Array
    ? Float64Array.from(data, decodeFloat16)
    : Float64Array.from(data);
}

/** IEEE 754 binary16: 1 sign, 5 exponent (bias 15), 10 fraction bits. */
export function decodeFloat16(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 0x1f;
  const fraction = bits & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 0x1f) return fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
