// Judges that are libraries of npm's: each reads what sss made from standard input, or from files that are named, and
// prints what it read as JSON. usage: judges.mjs FOLDER-OF-MODULES JUDGE [FILE…]
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [folder, judge, ...files] = process.argv.slice(2);
const from = createRequire(folder + '/judges.cjs');
const library = async name => import(pathToFileURL(from.resolve(name)));

const judges = {
  // Titles by UID.
  async ical() {
    const { default: ICAL } = await library('ical.js');
    const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')));
    const events = calendar.getAllSubcomponents('vevent').map(one => new ICAL.Event(one, { strictExceptions: true }));
    for (const event of events)
      if (!event.startDate || (event.endDate && event.endDate.compare(event.startDate) < 0)) throw new Error(`no time of ${event.uid}`);
    return Object.fromEntries(events.map(event => [event.uid, event.summary]));
  },
  // Ids of the entries, in their order, and what misses of what RFC 4287 asks for.
  async feed() {
    const { parseAtomFeed } = await library('feedsmith');
    const feed = parseAtomFeed(readFileSync(0, 'utf8'));
    for (const one of [feed, ...(feed.entries ?? [])])
      for (const key of ['id', 'title', 'updated'])
        if (!one[key]) throw new Error(`no ${key}`);
    return (feed.entries ?? []).map(entry => entry.id);
  },
  // Rows of a query, the last of those in the file.
  async duckdb() {
    const { DuckDBInstance } = await library('@duckdb/node-api');
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const queries = readFileSync(files[0], 'utf8').split(';').filter(one => one.trim());
    for (const query of queries.slice(0, -1)) await connection.run(query);
    return (await connection.runAndReadAll(queries.at(-1))).getRowsJson();
  },
  // What is wrong with pages.
  async html() {
    const { HtmlValidate, FileSystemConfigLoader } = await library('html-validate');
    const validator = new HtmlValidate(new FileSystemConfigLoader({ root: true, extends: ['html-validate:recommended'], rules: JSON.parse(readFileSync(0, 'utf8')) }));
    const wrong = [];
    for (const file of files) {
      const report = await validator.validateFile(file);
      for (const result of report.results)
        for (const one of result.messages) wrong.push(`${file}:${one.line}:${one.column}: ${one.ruleId}: ${one.message}`);
    }
    return wrong;
  },
};

process.stdout.write(JSON.stringify(await judges[judge]()));
