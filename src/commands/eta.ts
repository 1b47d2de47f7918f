/** Time left at the rate seen so far; empty until something has been done. One clock a stage. */
export function startEta(first: number): (done: number, total: number) => string {
  const began = performance.now();
  return (done, total) => {
    if (total <= 0 || done <= first) return "";
    const seconds = Math.ceil((((performance.now() - began) / (done - first)) * (total - done)) / 1000);
    return seconds < 60
      ? `eta ${seconds} s`
      : `eta ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };
}
