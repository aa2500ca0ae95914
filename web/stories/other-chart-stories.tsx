import { formatIn } from '#web/shell/format.ts';
import { useWords } from '#web/shell/words.tsx';
import { ChartTable } from '#web/ui/charts/chart-table.tsx';
import { controlTable, histogramTable, paretoTable } from '#web/ui/charts/chart-tables.ts';
import { Histogram } from '#web/ui/charts/histogram.tsx';
import { Pareto } from '#web/ui/charts/pareto.tsx';
import { SmallMultiples } from '#web/ui/charts/small-multiples.tsx';
import { shareChart, shares } from './chart-examples.ts';
import { StorySection } from './story-section.tsx';

const share = { unit: 'percent', digits: 1, better: 'higher', counts: 'resolution' } as const;
const hours = { unit: 'hours', digits: 1, better: 'lower', counts: 'resolution' } as const;

const services = [
  ['Benutzerkonten', 95.6, null],
  ['Arbeitsplatz', 94, null],
  ['E-Mail und Kalender', 94.2, null],
  ['VPN-Zugang', 95, 168],
  ['ERP', 92.5, 194],
  ['Drucken', 93, null],
  ['Telefonie und Kommunikation am Arbeitsplatz', 92, null],
  ['Dateiablage', 91, null],
] as const;

const multiples = services.map(([name, percent, last], seed) => {
  const counted = shares(24, percent, 240, { seed: seed * 7 + 3 });
  if (last !== null) counted[23] = [last, 241];
  const [met, n] = counted[23]!;
  const chart = shareChart(counted);
  const detail = `${n - met} von ${n}`;
  return {
    key: name,
    name,
    chart,
    value: formatIn('de', 'UTC').percent((100 * met) / n),
    detail,
    href: `/desk/q/x?where=${name}`,
  };
});

const causes = [
  ['Übergabe an Level 2 unvollständig', 71],
  ['VPN-Störung 12. bis 14. Oktober', 58],
  ['Lieferant antwortete spät', 29],
  ['Priorität zu niedrig gesetzt', 19],
  ['Ersatzgerät fehlte', 14],
  ['Rückfrage an die Fachabteilung für Vertragsverlängerungen blieb liegen', 9],
  ['Sonstige', 3],
].map(([label, count]) => ({ key: String(label), label: String(label), count: Number(count), href: '/desk/q/x' }));
const unknown = { key: '(none)', label: 'Keine Ursache erfasst', count: 34, isNotRecorded: true, href: '/desk/q/y' };
const many = Array.from({ length: 20 }, (_, i) => ({ key: `${i}`, label: `Service ${i + 1}`, count: 200 - 9 * i }));

const bounds = [0, 0.5, 1, 2, 4, 8, 16, 24, 48, 96];
const counts = [41, 86, 214, 402, 511, 340, 120, 88, 47, 12];
const classes = bounds.map((from, i) => ({ from, to: bounds[i + 1] ?? null, count: counts[i]!, href: '/desk/q/z' }));

/** Every other chart in its states, each with its table. */
export function OtherChartStories() {
  const words = useWords();
  const chart = multiples[3]!.chart;
  return (
    <>
      <StorySection title="Small multiples">
        <SmallMultiples items={multiples} figure={share} target={95} />
      </StorySection>
      <StorySection title="Pareto">
        <Pareto items={[unknown, ...causes]} label="Ursachen" />
        <ChartTable caption="Ursachen" {...paretoTable([unknown, ...causes], { words })} />
      </StorySection>
      <StorySection title="Pareto of twenty, without links">
        <Pareto items={many} label="Dienste" />
      </StorySection>
      <StorySection title="Pareto of one">
        <Pareto items={causes.slice(0, 1)} label="Ursachen" />
      </StorySection>
      <StorySection title="Histogram">
        <Histogram classes={classes} figure={hours} median={5.2} p90={21.4} label="Durchlaufzeit" />
        <ChartTable caption="Durchlaufzeit" {...histogramTable(classes, { figure: hours, words })} isOpen />
      </StorySection>
      <StorySection title="Histogram, median and ninth decile in one class, none beyond">
        <Histogram
          classes={classes.map((one, i) => ({ ...one, href: null, count: i === 2 ? 5 : i === 9 ? 1 : 0 }))}
          figure={hours}
          median={1.4}
          p90={60}
          label="Durchlaufzeit"
          height={180}
        />
      </StorySection>
      <StorySection title="The numbers of a control chart">
        <ChartTable caption="VPN-Zugang" {...controlTable(chart, { by: 'month', figure: share, words })} isOpen />
      </StorySection>
    </>
  );
}
