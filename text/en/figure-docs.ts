/** English words of the pages about figures in docs/figures. */
export const figureDocs = {
  'docs.title': 'Figures',
  'docs.about':
    'Every figure of Kundig, from the one definition that its SQL, its tables and its drill-down come from. These pages are generated: "npm run generate" writes them.',
  'docs.language': 'English',
  'docs.version': 'definition {version}',
  'docs.formula': 'Formula',
  'docs.cohort': 'What is counted, and when',
  'docs.clock': 'Clock',
  'docs.leftOut': 'Left out',
  'docs.undecided': 'Undecided',
  'docs.beside': 'Beside it',
  'docs.interval': 'Interval (95 %)',
  'docs.chart': 'Chart',
  'docs.split': 'Split by',
  'docs.notThis': 'What it is not',
  'docs.source': 'Source',
  'docs.sql': 'SQL',
  'docs.example': 'A worked example',
  'docs.cohort.creation': 'Tickets, at their creation.',
  'docs.cohort.first_response': 'Tickets, at their first public answer by a person.',
  'docs.cohort.first_resolution': 'Tickets, at their first resolution.',
  'docs.cohort.resolution': 'Tickets that are solved at as of, at their last resolution.',
  'docs.cohort.closing': 'Tickets that are closed at as of, at their last closing.',
  'docs.cohort.clock':
    'Clocks, when their verdict is fixed: at the stop if met, at the instant the target ran out if breached.',
  'docs.cohort.waiver': 'Clocks, when they are waived.',
  'docs.cohort.movement': 'Movements into and out of the active tickets, at their instants.',
  'docs.cohort.contact': 'Contacts, when they were handled.',
  'docs.cohort.escalation': 'Escalations, when they are raised.',
  'docs.cohort.stock_tickets':
    'A stock: tickets as they stand at the end of the period, or at as of where that is earlier.',
  'docs.cohort.stock_clocks':
    'A stock: clocks as they stand at the end of the period, or at as of where that is earlier.',
  'docs.clock.business': 'Business time: inside the hours of the calendar that the ticket was given.',
  'docs.clock.wall': 'The clock on the wall: all hours count.',
  'docs.clock.window': 'Windows of {days} days of 24 hours after the resolution, their last instant included.',
  'docs.clock.working_days': 'Working days of the reporting calendar.',
  'docs.clock.none': 'None: facts are counted by their instants.',
  'docs.base': 'Spam, tests, and duplicates that were merged.',
  'docs.recorded': 'What the source of a ticket cannot witness: {witnesses}.',
  'docs.witness.states': 'changes of state',
  'docs.witness.replies': 'answers',
  'docs.witness.levels': 'support levels',
  'docs.witness.contacts': 'contacts',
  'docs.witness.escalations': 'escalations to management',
  'docs.witness.closing': 'closing',
  'docs.reason.not_recorded': 'What the source did not record.',
  'docs.reason.cancelled': 'Cancelled tickets without a verdict before.',
  'docs.reason.waived': 'Waived clocks.',
  'docs.reason.monitoring': 'Tickets from monitoring: nobody was in contact.',
  'docs.reason.not_eligible': 'Tickets that nobody can solve at first contact.',
  'docs.reason.email': 'Contacts by e-mail.',
  'docs.reason.portal': 'Contacts by portal.',
  'docs.reason.other_channel': 'Contacts by any other channel than phone, chat and visit.',
  'docs.undecidedYes':
    'Clocks of tickets created before the end of the period whose verdict is open at as of. They stand beside the figure.',
  'docs.interval.wilson': 'Wilson score interval of a share; marked as wide when half of it exceeds ten points.',
  'docs.interval.poisson': 'Exact Poisson interval (Garwood).',
  'docs.interval.order': 'Of the median, by order statistics; it supposes no distribution and needs six facts.',
  'docs.interval.student': 'Student t interval of the mean; it needs two facts.',
  'docs.interval.none': 'None: it is a full count.',
  'docs.chart.p': 'p chart. Periods that scatter more than chance explains get an XmR chart instead.',
  'docs.chart.u_day':
    'u chart per working day. Periods that scatter more than chance explains get an XmR chart instead.',
  'docs.chart.u_hundred':
    'u chart per 100 decided clocks. Periods that scatter more than chance explains get an XmR chart instead.',
  'docs.chart.u_own':
    'u chart per its own denominator. Periods that scatter more than chance explains get an XmR chart instead.',
  'docs.chart.xmr': 'XmR chart of single values.',
  'docs.chart.none': 'None.',
  'docs.sla_compliance_pct.formula':
    'Clocks met, divided by clocks met and clocks breached. First response and resolution are two clocks; each counts once, at the moment its verdict is fixed. An open ticket that has run over its target counts at once.',
  'docs.sla_compliance_pct.notThis':
    'Not a share of tickets: a ticket with two clocks counts twice. Not a mean of percentages: totals are sums of clocks. A waived clock counts neither way, and how many were waived stands beside it.',
  'docs.sla_compliance_pct.source':
    'The curriculum text behind Kundig, section 1.2.3; the duty to watch service levels is that of ISO 20000-1.',
  'docs.first_response_sla_pct.formula':
    'First-response clocks met, divided by first-response clocks met and breached.',
  'docs.first_response_sla_pct.notThis':
    'Not the time to first response: that is a figure of its own. An automatic reply answers nobody and stops no clock.',
  'docs.first_response_sla_pct.source': 'The curriculum text behind Kundig, section 1.2.3.',
  'docs.resolution_sla_pct.formula':
    'Resolution clocks met, divided by resolution clocks met and breached. After a reopening the verdict is withdrawn until the ticket is solved again; then the last verdict counts.',
  'docs.resolution_sla_pct.notThis':
    'Not the time to resolution: that is a figure of its own. Time that waits for the customer is not counted where the agreement says so.',
  'docs.resolution_sla_pct.source': 'The curriculum text behind Kundig, section 1.2.3.',
  'docs.sla_violations_count.formula':
    'Clocks that ran over their target, dated at the instant the target ran out. Tickets that are still open count, and so do those cancelled after the breach.',
  'docs.sla_violations_count.notThis':
    'Not the number of late tickets: one ticket can breach two clocks. Not dated by when somebody noticed. The cause says whether the time ran out or a shorter target came into force.',
  'docs.sla_violations_count.source': 'The curriculum text behind Kundig, section 1.2.3.',
  'docs.sla_at_risk_count.formula':
    'Running clocks without a verdict that have 20 percent of their target left or less, or 60 business minutes or less.',
  'docs.sla_at_risk_count.notThis':
    'Not a forecast: it says how little time is left, not who will be late. A clock that rests cannot run out, so paused clocks stand beside it and never in it.',
  'docs.sla_at_risk_count.source':
    'Our own, from "timely escalation" in the curriculum text behind Kundig, section 1.2.3.',
  'docs.sla_waived_count.formula': 'Waivers granted in the period.',
  'docs.sla_waived_count.notThis':
    'Not the waived clocks that would have been decided in the period: it is dated by the grant. It exists so that waiving cannot beautify the shares of service goals unseen.',
  'docs.sla_waived_count.source': 'Our own.',
  'docs.first_response_time_minutes.formula':
    'The median of the business time from creation to the first public answer by a person; mean and 90th percentile beside it.',
  'docs.first_response_time_minutes.notThis':
    'It cannot see tickets that still wait for an answer: look at "waiting for first response" with it. Nothing pauses it.',
  'docs.first_response_time_minutes.source': 'Our own, as the field uses it (ITIL practice, MetricNet).',
  'docs.resolution_time_minutes.formula':
    'The median of the business time in which a ticket was worked on, all reopenings together, up to its last resolution; mean and 90th percentile beside it.',
  'docs.resolution_time_minutes.notThis':
    'Not what the customer lived through: that is the lead time. Time in pausing states is not in it.',
  'docs.resolution_time_minutes.source': 'The curriculum text behind Kundig, section 1.2.3 ("throughput times").',
  'docs.lead_time_hours.formula':
    'The median of the time from creation to the last resolution by the clock on the wall, nights and waiting included; mean and 90th percentile beside it.',
  'docs.lead_time_hours.notThis':
    'Not the work on the ticket: most of it is usually waiting. Open tickets are not in it: their age is a figure of its own.',
  'docs.lead_time_hours.source': 'The curriculum text behind Kundig, section 1.2.3 ("throughput times").',
  'docs.customer_wait_share_pct.formula':
    'Business time in pausing states, divided by business time from creation to the last resolution without the stretches in which the ticket was solved; sums over all tickets.',
  'docs.customer_wait_share_pct.notThis':
    'Not a fault of the customer. A rise together with better resolution times suggests that tickets are parked.',
  'docs.customer_wait_share_pct.source': 'Our own.',
  'docs.backlog_age_days.formula':
    'The median age of the open tickets: from their first creation to the end of the period, in days of 24 hours; mean, 90th percentile, the oldest and classes of age beside it.',
  'docs.backlog_age_days.notThis':
    'Never to be mixed with resolution times: these stories are not over. A reopened ticket keeps its first creation.',
  'docs.backlog_age_days.source': 'The curriculum text behind Kundig, section 1.2.3 ("following up open problems").',
  'docs.awaiting_first_response_count.formula':
    'Active tickets at the end of the period that nobody has answered yet; how long the oldest of them has waited stands beside it, in days by the clock on the wall.',
  'docs.awaiting_first_response_count.notThis':
    'Not the tickets that are late: the promise is judged by the first-response clock. The wait beside it is not business time.',
  'docs.awaiting_first_response_count.source': 'Our own.',
  'docs.tickets_created_count.formula': 'Tickets created in the period.',
  'docs.tickets_created_count.notThis': "Not a measure of anybody's work. Cancelled tickets count: they came in.",
  'docs.tickets_created_count.source': 'The curriculum text behind Kundig, section 1.2.3.',
  'docs.tickets_resolved_count.formula': 'Tickets whose last resolution lies in the period and that are still solved.',
  'docs.tickets_resolved_count.notThis':
    'Not the number of resolutions: a ticket that was reopened and is open does not count, and one that was solved twice counts once.',
  'docs.tickets_resolved_count.source': 'The curriculum text behind Kundig, section 1.2.3 ("solved").',
  'docs.tickets_closed_count.formula':
    'Tickets whose last closing lies in the period and that are still closed, whatever they were before.',
  'docs.tickets_closed_count.notThis':
    'Not a success: closing is administrative and stops no clock that the resolution has stopped.',
  'docs.tickets_closed_count.source': 'The curriculum text behind Kundig, section 1.2.3 ("closed").',
  'docs.backlog_open_count.formula':
    'Active tickets at the end of the period; those waiting for the customer stand beside it.',
  'docs.backlog_open_count.notThis':
    'Not a flow: it says what lies there, not what was done. It always equals the number at the start plus what came in less what went out.',
  'docs.backlog_open_count.source': 'The curriculum text behind Kundig, section 1.2.3 ("unsolved").',
  'docs.net_flow_count.formula':
    'Tickets created and reopened in the period, less tickets resolved and tickets that left the active ones another way.',
  'docs.net_flow_count.notThis':
    'Not created less resolved: reopenings and cancellations move the backlog too. It is exactly the change of the open tickets.',
  'docs.net_flow_count.source': 'Our own.',
  'docs.contacts_count.formula': 'Inbound calls, chats and visits that were handled in the period.',
  'docs.contacts_count.notThis':
    'What came in writing, by e-mail or portal, is told apart and not in the value. Abandoned calls are a matter of the telephone system and are not known here.',
  'docs.contacts_count.source': 'The curriculum text behind Kundig, section 1.2.3 ("number of calls").',
  'docs.contacts_per_working_day.formula': 'Calls and contacts of the period, divided by its working days up to as of.',
  'docs.contacts_per_working_day.notThis':
    'Working days are those of the reporting calendar of this installation, not those of agreements. Contacts on other days stay in the numerator.',
  'docs.contacts_per_working_day.source': 'The curriculum text behind Kundig, section 1.2.3 ("per day").',
  'docs.contacts_per_technician_day.formula':
    'Calls and contacts of the period, divided by the pairs of technician and local day with at least one contact.',
  'docs.contacts_per_technician_day.notThis':
    'Never a ranking of people: it is told of teams and levels. A day on which somebody took no contact is not in the denominator.',
  'docs.contacts_per_technician_day.source': 'The curriculum text behind Kundig, section 1.2.3 ("per technician").',
  'docs.contacts_by_level_count.formula': 'Calls and contacts, by the support level that handled them.',
  'docs.contacts_by_level_count.notThis': 'Not the level of the ticket today: the level at the contact counts.',
  'docs.contacts_by_level_count.source': 'The curriculum text behind Kundig, section 1.2.3 ("per level").',
  'docs.contacts_per_ticket.formula':
    'Inbound contacts by whatever channel up to the last resolution, divided by tickets.',
  'docs.contacts_per_ticket.notThis':
    'Not the calls of the period per ticket of the period: each ticket is counted with all its contacts, when it is solved.',
  'docs.contacts_per_ticket.source': 'Our own; the counterpart of first-contact resolution.',
  'docs.first_contact_resolution_pct.formula':
    'Tickets solved at first contact, divided by all tickets first resolved in the period. Solved at first contact: no hand-over to a higher level, at most one public answer by a person, no further substantive contact and no valid reopening up to the end of the window; live channels: solved within 15 minutes after the contact; not solved automatically.',
  'docs.first_contact_resolution_pct.notThis':
    'Not what agents tick as "solved at first contact". It can only fall while the window runs, and is printed with ≤ until then.',
  'docs.first_contact_resolution_pct.source':
    'MetricNet (gross first-contact resolution); the limit of one answer is our own and stricter than others.',
  'docs.first_contact_resolution_net_pct.formula':
    'As the gross figure, without tickets that nobody can solve at first contact (hardware, moves, approvals). The catalogue item says so, never the agent.',
  'docs.first_contact_resolution_net_pct.notThis':
    'Not comparable with the gross figure. It can only fall while the window runs, and is printed with ≤ until then.',
  'docs.first_contact_resolution_net_pct.source': 'MetricNet (net first-contact resolution).',
  'docs.first_level_resolution_pct.formula':
    'Tickets that came in at level 1, were never handed up until their last resolution and were not solved automatically, divided by all solved tickets that came in at level 1.',
  'docs.first_level_resolution_pct.notThis':
    'Not first-contact resolution: this one is about cost, that one about the customer.',
  'docs.first_level_resolution_pct.source': 'MetricNet makes the same distinction.',
  'docs.functional_escalation_rate_pct.formula':
    'Tickets with at least one hand-over to a higher level up to their last resolution, divided by all solved tickets.',
  'docs.functional_escalation_rate_pct.notThis':
    'Not the number of hand-overs: to and fro counts once. Hand-overs on the same level or down do not count, nor does a ticket that began higher up.',
  'docs.functional_escalation_rate_pct.source': 'The curriculum text behind Kundig, section 1.2.3 ("escalated").',
  'docs.hierarchical_escalation_rate_pct.formula':
    'Tickets escalated to management at least once up to their last resolution, divided by all solved tickets.',
  'docs.hierarchical_escalation_rate_pct.notThis':
    'Not a hand-over to experts: that is functional escalation. A missed deadline is no escalation.',
  'docs.hierarchical_escalation_rate_pct.source': 'The curriculum text behind Kundig, section 1.2.3 ("escalated").',
  'docs.escalation_timeliness_pct.formula':
    'Escalations with a reason, raised while the resolution clock was not breached and had at least 10 percent of its target left, divided by all escalations raised in the period, functional and hierarchical.',
  'docs.escalation_timeliness_pct.notThis':
    'Not whether the escalation helped. Where nothing was promised, there is no clock to be late for, and the reason alone decides.',
  'docs.escalation_timeliness_pct.source': 'The curriculum text behind Kundig, section 1.2.3 ("timely and reasoned").',
  'docs.reopen_rate_pct.formula':
    'Tickets that came back within 14 days after their first resolution, divided by all tickets first resolved in the period. A reopening that was marked as no issue, such as a thank-you mail, does not count; the share of such marks stands beside it.',
  'docs.reopen_rate_pct.notThis':
    'Not reopenings of the month divided by resolutions of the month: that mixes cohorts and can exceed 100. It can only rise while the window runs, and is printed with ≥ until then.',
  'docs.reopen_rate_pct.source': 'The curriculum text behind Kundig, section 1.2.3 ("opened again").',
  'docs.unresolved_rate_pct.formula':
    'Tickets created in the period that are active at as of, divided by all of them that were not cancelled.',
  'docs.unresolved_rate_pct.notThis':
    'It falls by itself as the month grows old: compare months only at the same distance from their end. So no chart is drawn of it.',
  'docs.unresolved_rate_pct.source': 'The curriculum text behind Kundig, section 1.2.3 ("unsolved").',
  'docs.case_owner_coverage_pct.formula':
    'Active tickets at the end of the period with a named owner, divided by all active tickets. More is better, up to 100.',
  'docs.case_owner_coverage_pct.notThis': 'Not who owns them: only whether somebody does is stored for this figure.',
  'docs.case_owner_coverage_pct.source': 'The curriculum text behind Kundig, section 1.2.3 ("case owner").',
} as const;
