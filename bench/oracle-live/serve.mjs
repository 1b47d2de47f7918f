import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { cpus } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("serve-gguf.py", import.meta.url));
const PATIENCE_S = 120;

/** A running server as it is (`url`), or one that is started on this machine: llama-server, or Python with xllamacpp. */
export async function serve({ url, "llama-server": binary, python, gguf, model }) {
  if (url !== undefined) return { url, name: "a server that was running", close: () => {} };
  if (gguf === undefined || (binary === undefined) === (python === undefined))
    throw new Error("give --url, or --gguf FILE with either --llama-server PATH or --python PATH");
  const port = String(await freePort());
  // One is left to whoever asks: its threads wait for each other by spinning.
  const threads = String(Math.max(1, cpus().length - 1));
  const [command, args] =
    binary === undefined
      ? [python, [SCRIPT, gguf, port, model, threads]]
      : [
          binary,
          [
            ...["--model", gguf, "--alias", model, "--host", "127.0.0.1", "--port", port],
            ...["--ctx-size", "4096", "--parallel", "1", "--threads", threads, "--chat-template", "gemma"],
          ],
        ];
  const child = spawn(command, args, { stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  const ended = once(child, "close");
  const served = `http://127.0.0.1:${port}`;
  for (let tried = 0; tried < 2 * PATIENCE_S; tried++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}:\n${said}`);
    if (await isUp(served)) {
      const name = binary === undefined ? "llama.cpp's server (xllamacpp)" : "llama.cpp's llama-server";
      return {
        url: served,
        name,
        close: async () => {
          child.kill();
          await ended;
        },
      };
    }
    await pause(500);
  }
  child.kill();
  throw new Error(`no server within ${PATIENCE_S} s:\n${said}`);
}

async function isUp(url) {
  try {
    return (await fetch(`${url}/health`)).ok;
  } catch {
    return false;
  }
}

async function freePort() {
  const probe = createServer();
  probe.listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address();
  probe.close();
  await once(probe, "close");
  return port;
}
