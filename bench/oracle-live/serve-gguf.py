"""llama.cpp's own HTTP server, as the wheel of xllamacpp brings it. Arguments: GGUF file, port, name of the model, threads."""

import sys
import time

import xllamacpp

gguf, port, name, threads = sys.argv[1:]
params = xllamacpp.CommonParams()
params.model.path = gguf
params.model_alias = {name}
params.hostnames = ["127.0.0.1"]
params.port = int(port)
params.n_ctx = 4096
params.n_parallel = 1
params.cpuparams.n_threads = int(threads)
# A pretrained model brings no chat template.
params.chat_template = "gemma"
params.use_jinja = False
server = xllamacpp.Server(params)
print(server.listening_address, flush=True)
while True:
    time.sleep(3600)
