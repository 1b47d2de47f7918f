import yargs from "yargs";

const WIDTH = 100;

/** The command line as src/cli.ts builds it, with handlers that do nothing: for help texts and for checking examples. */
export function commandParser(commands, version = "") {
  return commands
    .map(idle)
    .reduce((parser, command) => parser.command(command), yargs([]))
    .scriptName("tare")
    .locale("en")
    .version(version)
    .demandCommand(1)
    .strict()
    .exitProcess(false)
    .wrap(WIDTH);
}

/** The command and those below it with handlers that do nothing. */
function idle(command) {
  const builder = (parser) => {
    const add = parser.command.bind(parser);
    parser.command = (below) => add(idle(below));
    return command.builder(parser);
  };
  return { ...command, builder, handler: () => {} };
}

/** What `tare NAME --help` prints on a terminal of 100 columns. */
export function helpOf(commands, name) {
  let help = "";
  commandParser(commands, "VERSION").parse(`${name} --help`, (_error, _argv, output) => {
    help = output;
  });
  if (help === "") throw new Error(`tare ${name} --help prints nothing`);
  return help;
}

/** Why a command line (without `tare`) cannot be parsed, or undefined. */
export async function refusalOf(commands, line) {
  let refusal;
  await commandParser(commands).parse(line, (error) => {
    refusal = error?.message;
  });
  return refusal;
}
