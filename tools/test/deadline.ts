/* Loaded before each test file: ends its process when it takes too long, so that a file that hangs fails. */

const longestMinutes = 10;

setTimeout(() => {
  process.stderr.write(`the file had not ended after ${longestMinutes} minutes: a connection or a timer may be open\n`);
  process.exit(1);
}, longestMinutes * 60_000).unref();
