import { secureHeaders } from "hono/secure-headers";

const SELF = "'self'";
const NONE = "'none'";

/** What a page may load: files of this server. Nothing inline, no picture but drawn ones, no frame, no other host. */
const POLICY = {
  defaultSrc: [NONE],
  styleSrc: [SELF],
  scriptSrc: [SELF],
  imgSrc: [SELF, "data:"],
  connectSrc: [SELF],
  formAction: [SELF],
  baseUri: [NONE],
  frameAncestors: [NONE],
};

/**
 * The headers of every answer. A page with pieces inside it (the report) sets its own Content-Security-Policy with their
 * digests, which then stays.
 */
export const setHeaders = secureHeaders({
  contentSecurityPolicy: POLICY,
  referrerPolicy: "no-referrer",
  crossOriginResourcePolicy: "same-origin",
  crossOriginOpenerPolicy: "same-origin",
  crossOriginEmbedderPolicy: "require-corp",
  xFrameOptions: "DENY",
  // Over plain HTTP it says nothing.
  strictTransportSecurity: false,
  permissionsPolicy: { camera: [], microphone: [], geolocation: [], usb: [] },
  overwrite: false,
});
