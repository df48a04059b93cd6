"""Which function reads a rule of ``times_grammar.txt``."""

from collections.abc import Callable

from graphkit.extraction.times import day_pairs, days, distances, holidays, hours, months, quarters, spans, units, years
from graphkit.extraction.times.match import Found, Match

Reading = Callable[[Match], list[Found] | None]

READINGS: dict[str, Reading] = {
    "moment": days.moment,
    "day_range": day_pairs.day_range,
    "day_in_week": day_pairs.day_in_week,
    "weekday_range": day_pairs.weekday_range,
    "nine_eleven": day_pairs.nine_eleven,
    "anaphoric_part": hours.anaphoric_part,
    "clock": hours.clock,
    "overnight": hours.overnight,
    "part_of_day": hours.part_of_day,
    "ordinal_day": day_pairs.ordinal_day,
    "day_beside": day_pairs.day_beside,
    "holiday": holidays.holiday,
    "year": years.year,
    "year_range": years.year_range,
    "month": months.month,
    "nth_weekday": months.nth_weekday_of,
    "week_of_month": months.week_of_month,
    "month_year": months.month_year,
    "month_range": months.month_range,
    "quarter": quarters.quarter,
    "season": quarters.season,
    "bare_season": quarters.bare_season,
    "two_decades": years.two_decades,
    "decade": years.decade,
    "century": years.century,
    "unit_shift": units.unit_shift,
    "unit_edge": units.unit_edge,
    "year_end": units.year_end,
    "current_unit": units.current_unit,
    "year_ended": units.year_ended,
    "bare_unit": units.bare_unit,
    "ago": distances.ago,
    "hence": distances.hence,
    "shifted": distances.shifted_later,
    "year_earlier": distances.year_earlier,
    "distance": distances.distance,
    "stretch": spans.stretch,
    "recent": spans.recent,
    "present_days": spans.present_days,
    "past_days": spans.past_days,
    "set": spans.repeated,
    "rate": spans.rate,
    "duration": spans.lasting,
    "plural": spans.plural,
    "ref": spans.reference,
}
