import { Hono } from 'hono';
import { may } from '../../access/session.ts';
import type { AppEnv } from '../../http/app-context.ts';
import { page, wordsOf } from '../../http/page.tsx';
import { paths } from '../../paths.ts';
import { stationOf, stationQuery } from '../../settings/station.queries.ts';
import { JourneyReportBody } from '../../../views/travel/journey-report.tsx';
import { readBatch } from '../batch/read-batch.requests.ts';
import { withCosts } from './incident-costs.ts';
import * as travel from './travel.queries.ts';
import { handoversOf } from './handover/handover.queries.ts';
import { incidentsOf, sendOffOf } from './happenings.queries.ts';
import { incidentCosts, sumsOf } from '../ledger/ledger-sums.queries.ts';
import { onwardWaysOf } from './handover/onward-way.queries.ts';

/**
 * What became of a journey, on paper: the equation with its names, the plan and what was changed in
 * it, trouble, costs.
 */
export const journeyReportRoutes = new Hono<AppEnv>();

journeyReportRoutes.get('/batches/:id/journey-report', may('journey.report'), async (c) => {
  const { orm } = c.var.db;
  const id = c.req.param('id');
  const {
    s,
    order,
    station,
    legs,
    allEscorts,
    handovers,
    incidents,
    sendOff: [sendOff],
    outcomes,
    sums,
    costs,
  } = await readBatch(
    c,
    { batchId: id },
    {
      station: stationQuery(orm),
      legs: travel.allLegsOf(orm, id),
      allEscorts: travel.allEscortsOf(orm, id),
      handovers: handoversOf(orm, id),
      incidents: incidentsOf(orm, id),
      sendOff: sendOffOf(orm, id),
      outcomes: onwardWaysOf(orm, id),
      sums: sumsOf(orm, id),
      costs: incidentCosts(orm, id),
    },
  );
  return page(
    c,
    { title: wordsOf(c).journeyReport.title, back: paths.travel(id), sheet: true },
    <JourneyReportBody
      s={s}
      employer={order.terms.employer}
      town={stationOf(station).town}
      legs={legs}
      escorts={allEscorts}
      handovers={handovers}
      incidents={withCosts(incidents, costs)}
      sendOff={sendOff ?? null}
      outcomes={outcomes}
      sums={sums}
    />,
  );
});
