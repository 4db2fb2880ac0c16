import { paths } from '../../src/paths.ts';
import { FIGURE_NAMES, FIGURES, type Figures } from '../../src/settings/figures.ts';
import { Field, FormKey, FormProblem, type Typed } from '../components/form.tsx';
import { Card } from '../components/parts.tsx';
import { useReader } from '../i18n/reader.ts';

/** The hours and days that the station decides on; each with its unit and our default. */
export function FiguresCard({ figures, typed }: { figures: Figures; typed: Typed }) {
  const { t } = useReader();
  const w = t.settings;
  const isOpen = Object.keys(typed.errors).length > 0;
  return (
    <Card title={w.figures} id="figures">
      <details open={isOpen}>
        <summary>{w.figuresShow}</summary>
        <form method="post" action={paths.figures}>
          <FormKey />
          <FormProblem typed={typed} />
          <p class="sub">{w.figuresWhy}</p>
          {FIGURE_NAMES.map((name) => {
            const { unit, value, least, most } = FIGURES[name];
            return (
              <Field
                name={name}
                label={w.figure[name]}
                hint={w.figureHint(w.unit[unit], value, least, most)}
                typed={typed}
                type="number"
                inputmode="numeric"
                min={least}
                max={most}
                value={figures[name]}
              />
            );
          })}
          <button class="btn primary wide">{t.save}</button>
        </form>
      </details>
    </Card>
  );
}
