import type { MiddlewareHandler } from "hono";
import { TareError } from "../../errors.js";

/** The viewer only shows. Throws TARE_VIEW_METHOD. */
export const requireReading: MiddlewareHandler = async (context, next) => {
  const { method } = context.req;
  if (method !== "GET" && method !== "HEAD") {
    context.header("Allow", "GET, HEAD");
    throw new TareError("TARE_VIEW_METHOD", "the viewer answers GET and HEAD alone");
  }
  await next();
};
