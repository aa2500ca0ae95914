/** English words of the demo world. */
export const demo = {
  'command.demo': 'builds an example company, shows it and serves it',
  'failure.demoUsage':
    'Usage: kundig demo [--today DATE] [--seed N] [--data FOLDER] [--fresh]. DATE is the day at whose beginning the world ends, such as 2026-11-23; N is a whole number.',
  'failure.demoToday':
    '--today {value} is not possible: the world needs a date from 1992-01-01 up to the present day, written 2026-11-23.',
  'failure.demoTaken':
    'There is other data than an example company in {place}. Nothing was changed. Choose another folder with --data.',
  'demo.building': 'Building the example company',
  'demo.built': 'The example company is built: {tickets} tickets up to {today} (seed {seed}), in {seconds} s.',
  'demo.found': 'The example company is there: up to {today} (seed {seed}). --fresh builds it anew.',
  'demo.month': 'Month',
  'demo.column.created': 'Created',
  'demo.column.firstResponse': 'First responses in target',
  'demo.column.resolution': 'Resolutions in target',
  'demo.column.reopened': 'Reopened',
  'demo.column.open': 'Open at its end',
  'demo.worstMark': '◄ worst month of the column',
  'demo.worst':
    'The worst was {month}, in the service {service}: {resolved} of resolutions in target (other months {usuallyResolved}), {answered} of first responses (other months {usuallyAnswered}), {factor} times as many tickets as in other months, and {reopened} came back (other months {usuallyReopened}).',
  'demo.look': 'What happened there, and what to ask (docs/demo.md tells more). Before each question: {command}',
  'demo.since': 'since {from}',
  'demo.during': '{from} to {to}',
  'demo.story.regression-to-the-mean':
    'One bad month of reopenings in the network, by chance. The checks of solutions that began after it changed nothing.',
  'demo.story.stricter-targets':
    'Stricter targets for one customer: fewer are met, although the work is as fast as before.',
  'demo.story.printer-flood': 'Two weeks of printers after an update of their driver.',
  'demo.story.knowledge': 'Knowledge articles: the first level solves more and more at first contact.',
  'demo.story.failed-migration':
    'The move of the mail server goes wrong: more tickets, late answers, and many come back.',
  'demo.story.reorganisation': 'The teams workplace and field become one: a split by team breaks there.',
  'demo.story.parking':
    'Applications meets more targets, because tickets wait for customers who were asked nothing. They take longer.',
} as const;
