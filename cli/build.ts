import { say } from '#text/catalogue.ts';
import type { CommandIo } from './command.ts';
import { builtDesk } from './desk/build-desk.ts';

/** `kundig build`: builds the web part when its sources have changed, and says where it lies. */
export async function run(_args: readonly string[], io: CommandIo): Promise<number> {
  const [folder] = await builtDesk({ onBuild: () => io.err.write(`${say(io.language, 'serve.building')}\n`) });
  io.out.write(`${folder}\n`);
  return 0;
}
