/**
 * `npm run story -- --url URL`: plays a batch of forty people against a running demo server and
 * prints each step.
 */
import { parseArgs } from 'node:util';
import { playStory } from './story/story.ts';

const { values: args } = parseArgs({
  options: { url: { type: 'string', default: 'http://localhost:8787' } },
});
const end = await playStory({ url: args.url, tell: (line) => console.log(line) });
for (const problem of end.problems) console.error(problem);
console.log(`${end.code} ${end.closed ? '已结束' : '未结束'}`);
process.exit(end.problems.length > 0 ? 1 : 0);
