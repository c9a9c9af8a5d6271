import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What a process took: seconds of wall and processor time, megabytes at its peak. */
export interface Cost {
  readonly wall: number;
  readonly cpu: number;
  readonly megabytes: number;
}

const main = join(import.meta.dirname, '..', '..', 'dist', 'src', 'cli', 'main.js');

/**
 * Says at its end what the process cost; workers load it too, and keep silent. The peak is VmHWM where there is one: what
 * resourceUsage says counts the parent, too, from which the process was forked.
 */
const REPORT = `data:text/javascript,import{isMainThread}from'node:worker_threads';import{readFileSync}from'node:fs';
const peak=()=>{try{return Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status','latin1'))[1])}
catch{return process.resourceUsage().maxRSS}};
if(isMainThread)process.on('exit',()=>{const u=process.resourceUsage();
process.stderr.write('\\nCOST '+(u.userCPUTime+u.systemCPUTime)/1e6+' '+peak()/1024)})`.replaceAll('\n', '');

/** Runs the built command line to its end. Throws where it ends with another exit code than those expected, or was not built. */
export async function runBuilt(args: readonly string[], expected: readonly number[] = [0]): Promise<Cost> {
  if (!existsSync(main)) throw new Error('dist is missing: npm run build');
  const start = performance.now();
  const child = spawn(process.execPath, ['--import', REPORT, main, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  await new Promise((resolve) => child.on('close', resolve));
  const wall = (performance.now() - start) / 1000;
  const [, cpu, megabytes] = /COST (\S+) (\S+)$/.exec(stderr) ?? [];
  if (cpu === undefined || !expected.includes(child.exitCode ?? -1)) throw new Error(stderr);
  return { wall, cpu: Number(cpu), megabytes: Number(megabytes) };
}
