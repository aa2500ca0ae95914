/** English words of the worked examples on the pages of figures. What they say of the world is true of docs/figures/examples.json. */
export const figureExamples = {
  'example.asked':
    'Asked of the [example company](../demo.md) that `npm run demo -- --today {today} --seed {seed}` builds in `./data-demo`:',
  'example.row': 'How the row {place} comes about:',
  'example.allCount': '{n} {facts} belong to it; nothing is left out.',
  'example.someCount': '{all} {facts} belong to it: {n} count, {excluded} left out ({reasons}).',
  'example.facts.clock': 'clocks',
  'example.facts.contact': 'contacts',
  'example.facts.escalation': 'escalations',
  'example.facts.movement': 'movements',
  'example.facts.ticket': 'tickets',
  'example.share':
    '{numerator} of the {denominator} are what the formula puts above the line: 100 × {numerator} ÷ {denominator} = {value} %.',
  'example.count': 'Their number is the value: {value}.',
  'example.sum': 'Each movement in counts +1, each movement out −1; the sum is the value: {value}.',
  'example.duration':
    'In order of length, the one in the middle is the median: {value} {unit}. The mean of all is {mean} {unit}, and nine of ten are no longer than {p90} {unit}.',
  'example.mean': '{numerator} contacts over {denominator} tickets: {numerator} ÷ {denominator} = {value}.',
  'example.quotient':
    '{numerator} of {denominator} hours of all of them together: 100 × {numerator} ÷ {denominator} = {value} %.',
  'example.working_day': '{denominator} working days: {numerator} ÷ {denominator} = {value}.',
  'example.technician_day':
    '{denominator} days of technicians who handled a contact: {numerator} ÷ {denominator} = {value}.',
  'example.interval': 'The 95 % interval reaches from {low} to {high}.',
  'example.wideInterval': 'The 95 % interval reaches from {low} to {high}. It is wide: half of it exceeds ten points.',
  'example.undecided': 'Undecided, and told beside it: {undecided}.',
  'example.immature': 'Provisional, for they may still change: {immature}.',
  'example.tells': 'What it tells',
  'example.tells.sla_compliance_pct':
    'In June the mail server was moved and it went wrong. Split by clock one sees that solutions suffered far more than first answers; the two together would hide that.',
  'example.tells.first_response_sla_pct':
    'In June the team for mail answered most tickets late. The two intervals do not overlap: this is no chance.',
  'example.tells.resolution_sla_pct':
    'In June fewer than half of the solutions for mail came in time. The waived clocks stand beside the share, so nobody can beautify it unseen.',
  'example.tells.sla_violations_count':
    'June has many times the breaches of May. Part of that is that June has many more tickets: the share beside it (`sla_compliance_pct`) tells how much.',
  'example.tells.sla_at_risk_count':
    'As the day begins, a few clocks are close to their target: what to look at first. Clocks that wait for the customer cannot run out, so they are told apart.',
  'example.tells.sla_waived_count':
    'In the quarter of the failed move twice as many verdicts were waived as before it. A figure that improves in such a quarter deserves a look at the tickets behind it.',
  'example.tells.first_response_time_minutes':
    'In June the median of first answers more than doubled. The mean rose further than the median, for a few waited very long.',
  'example.tells.resolution_time_minutes':
    'From September on this team let tickets wait for customers who were asked nothing. The active time fell, as the clock rests meanwhile; `lead_time_hours`, asked the same, shows the price.',
  'example.tells.lead_time_hours':
    'In September tickets took more than twice as long from end to end, in the month in which `resolution_time_minutes` got better. Only both together tell the truth.',
  'example.tells.customer_wait_share_pct':
    'In September most of the time of a ticket was spent waiting for the customer. Asked together with the time to resolution, it shows that tickets were parked.',
  'example.tells.backlog_age_days':
    'At the end of June more tickets are open than a month before, and they are younger: the flood has just come in. Age alone would look like progress.',
  'example.tells.awaiting_first_response_count':
    'At the end of the month hardly anybody waits for a first answer. It is a stock at one instant: what happened in between is told by `first_response_sla_pct`.',
  'example.tells.tickets_created_count':
    'Two weeks of printers after an update of their driver: several times the tickets of the weeks before and after.',
  'example.tells.tickets_resolved_count':
    'In August the team workplace became part of workplace-care. A row that ends and one that begins are the reorganisation, not the work: compare the service, not the team.',
  'example.tells.tickets_closed_count':
    'More tickets were closed in June than in May, because more came in. Whether the desk kept up is told by `net_flow_count`.',
  'example.tells.backlog_open_count':
    'The pile of June is gone a month later. Between two ends of months it grows or shrinks by exactly the `net_flow_count` of the month between them.',
  'example.tells.net_flow_count':
    'In June more tickets came in, or came back, than were solved. Added to the `backlog_open_count` at the end of May it gives the one at the end of June.',
  'example.tells.contacts_count':
    'In June the desk had almost twice the calls, chats and visits of May. What came in writing is counted as tickets, not here.',
  'example.tells.contacts_per_working_day':
    'May and June have different numbers of working days; per day they can be compared. No region of holidays is set here, so every Monday to Friday is one.',
  'example.tells.contacts_per_technician_day':
    'In June each technician handled over half as many contacts again in a day. It is a figure of the level, never of a person.',
  'example.tells.contacts_by_level_count':
    'All calls, chats and visits reach the first level in this company, so there is one row a month. A second row would mean that customers go past it.',
  'example.tells.contacts_per_ticket':
    'In June customers got in touch more often until their ticket was solved. The two intervals overlap a little: that is likely, and no certainty.',
  'example.tells.first_contact_resolution_pct':
    'Knowledge articles came in April, and their effect only in the third quarter. A look at the second quarter alone would have called them useless.',
  'example.tells.first_contact_resolution_net_pct':
    'Without the tickets that nobody can solve at first contact the share is a little higher. The rise is the same: it is no effect of what is left out.',
  'example.tells.first_level_resolution_pct':
    'More and more tickets end where they began, on the first level. Tickets that began elsewhere are not counted here.',
  'example.tells.functional_escalation_rate_pct':
    'Fewer tickets are handed to another level since the first level has knowledge articles.',
  'example.tells.hierarchical_escalation_rate_pct':
    'In June the share that was escalated to the management is higher. The interval of May is wide and overlaps that of June: on its own this is a hint, no proof.',
  'example.tells.escalation_timeliness_pct':
    'In June a smaller share of escalations came in time and with a reason. May has so few that its interval says little.',
  'example.tells.reopen_rate_pct':
    'December looks like a scandal and January like a success of the measure taken against it. December was chance: such a month is followed by an ordinary one whatever anybody does.',
  'example.tells.unresolved_rate_pct':
    'The youngest month has the highest share, because its tickets have had the least time. Compare months at the same age only.',
  'example.tells.case_owner_coverage_pct':
    'At the end of the month most open tickets have somebody who looks after them. The numbers are small, so look at the tickets without one rather than at the share.',
} as const;
